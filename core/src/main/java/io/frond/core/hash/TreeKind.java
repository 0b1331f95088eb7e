package io.frond.core.hash;

/**
 * What a {@link CompleteTree} holds. Each kind has a node tag of its own, so that no node of one
 * tree is a node of another.
 */
public enum TreeKind {
  /** The withdrawals of a batch. */
  WITHDRAWALS(0x31),
  /** The post state roots of a batch's blocks. */
  BLOCKS(0x33),
  /** The data of a batch's blocks. */
  DATA(0x35),
  /** The outcomes of a block, by position. */
  OUTCOMES(0x37),
  /** The receipts of a group commit, by sequence. */
  RECEIPTS(0x39);

  private final int nodeTag;

  TreeKind(int nodeTag) {
    this.nodeTag = nodeTag;
  }

  /** The byte hashed before two children. */
  public int nodeTag() {
    return nodeTag;
  }
}
