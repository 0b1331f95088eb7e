package io.frond.core.chain;

import org.apache.tuweni.bytes.Bytes32;

/**
 * A block of the parent that a block of this chain refers to.
 *
 * @param height its height, 0 to 2^63-1
 * @param hash its hash
 */
public record ParentReference(long height, Bytes32 hash) {
  /**
   * A reference of these parts.
   *
   * @throws IllegalArgumentException if the height is negative
   */
  public ParentReference {
    if (height < 0) {
      throw new IllegalArgumentException("parent height: expected at least 0, actual " + height);
    }
  }
}
