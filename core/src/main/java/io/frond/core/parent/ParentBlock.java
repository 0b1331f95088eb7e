package io.frond.core.parent;

import io.frond.core.chain.ParentReference;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A block of the parent.
 *
 * @param height its height, the first is 0
 * @param hash its hash
 * @param timeMs its time
 */
public record ParentBlock(long height, Bytes32 hash, long timeMs) {
  /** What a block of this chain says when it refers to it. */
  public ParentReference reference() {
    return new ParentReference(height, hash);
  }
}
