package io.frond.core.batch;

import io.frond.core.hash.CompleteTree;
import io.frond.core.hash.HashSuite;
import io.frond.core.hash.TreeKind;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** What a header says of the data of its blocks: the root over one leaf for each block. */
public final class DataCommitment {
  private DataCommitment() {}

  /** The leaf of one block's data: {@code H(0x34 ‖ bytes)}. */
  public static Bytes32 leaf(HashSuite suite, Bytes blockData) {
    return suite.hash(0x34, blockData);
  }

  /**
   * The root over the data of these blocks.
   *
   * @throws IllegalArgumentException if there are more than 2^20
   */
  public static Bytes32 of(HashSuite suite, List<Bytes> blockData) {
    List<Bytes32> leaves = blockData.stream().map(data -> leaf(suite, data)).toList();
    return CompleteTree.root(suite, TreeKind.DATA, leaves);
  }
}
