package io.frond.core.data;

import io.frond.core.hash.HashSuite;
import io.frond.core.parent.ParentReader;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Makes the data of a batch available before it is committed, and finds it again. The data of block
 * {@code i} is leaf {@code i} of the data commitment.
 */
public interface DataAvailability {
  /**
   * The mode in which the data travels in the commit itself, so that the parent's own availability
   * is the data's.
   */
  static DataAvailability withCommit(HashSuite suite, ParentReader parent) {
    return new CommittedData(suite, parent);
  }

  /**
   * Publishes the data of a batch. May be called again with the same data.
   *
   * @param commitment {@code DataCommitment} over the data
   * @param blockData the data of each block
   */
  Publication publish(Bytes32 commitment, List<Bytes> blockData);

  /** The data of each block under this commitment, checked against it; empty if not found. */
  Optional<List<Bytes>> fetch(Bytes32 commitment);
}
