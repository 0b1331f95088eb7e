package io.frond.core.proof;

import io.frond.core.parent.ParentBlocks;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** What the parent itself knows and a dispute may rest on. */
public interface ParentRecords extends ParentBlocks {
  /** The inbox entry at an index, as {@code InboxEntry.encode()}; empty if there is none. */
  Optional<Bytes> inboxEntry(long index);

  /** The rolling hash before the entry at an index; empty if the inbox is shorter. */
  Optional<Bytes32> rollingHash(long index);
}
