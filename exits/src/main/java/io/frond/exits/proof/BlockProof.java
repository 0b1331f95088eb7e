package io.frond.exits.proof;

import io.frond.core.batch.Batch;
import io.frond.core.batch.BatchHeader;
import io.frond.core.batch.DataCommitment;
import io.frond.core.hash.CompleteTree;
import io.frond.core.hash.HashSuite;
import io.frond.core.hash.TreeKind;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * One block of a batch, shown against the batch's header: {@code index u32 ‖ before ‖ after ‖ data
 * ‖ data path}, a root being its 32 bytes and its path, everything of variable length after its
 * length.
 *
 * @param index the block's place in the batch, from 0
 * @param before the state root it starts from; for block 0 the header's, with an empty path
 * @param after the state root it claims
 * @param data its published data
 * @param dataPath the path of the data
 */
public record BlockProof(
    int index, ProvenRoot before, ProvenRoot after, Bytes data, Bytes dataPath) {
  private static final int MAX_PATH_BYTES = 32 * CompleteTree.MAX_DEPTH;

  /**
   * A post state root with its path below the blocks root.
   *
   * @param root the root
   * @param path its path
   */
  public record ProvenRoot(Bytes32 root, Bytes path) {}

  /**
   * The proof of one block of a batch.
   *
   * @throws IndexOutOfBoundsException if there is no such block
   */
  public static BlockProof of(HashSuite suite, Batch batch, int index) {
    List<Batch.BlockData> blocks = batch.blocks();
    CompleteTree roots =
        CompleteTree.of(
            suite, TreeKind.BLOCKS, blocks.stream().map(Batch.BlockData::postRoot).toList());
    CompleteTree data =
        CompleteTree.of(
            suite,
            TreeKind.DATA,
            blocks.stream().map(block -> DataCommitment.leaf(suite, block.data())).toList());
    Bytes beforePath = index == 0 ? Bytes.EMPTY : roots.path(index - 1);
    Batch.BlockData block = blocks.get(index);
    return new BlockProof(
        index,
        new ProvenRoot(batch.preRoot(index), beforePath),
        new ProvenRoot(block.postRoot(), roots.path(index)),
        block.data(),
        data.path(index));
  }

  /**
   * Decodes what {@link #encode} gives.
   *
   * @throws io.frond.vm.DecodeException if it is anything else
   */
  public static BlockProof decode(Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    BlockProof proof =
        new BlockProof(
            in.u32(),
            root(in),
            root(in),
            in.sized(Batch.MAX_BLOCK_BYTES, "block data"),
            in.sized(MAX_PATH_BYTES, "path"));
    in.end();
    return proof;
  }

  /** The one encoding of this proof. */
  public Bytes encode() {
    ByteWriter out = new ByteWriter(512 + data.size()).u32(index);
    out.raw(before.root).sized(before.path).raw(after.root).sized(after.path);
    return out.sized(data).sized(dataPath).toBytes();
  }

  /** Whether all of it is what the header commits to. Total. */
  public boolean verify(HashSuite suite, BatchHeader header) {
    BatchHeader.Blocks blocks = header.blocks();
    if (index < 0 || index >= blocks.count()) {
      return false;
    }
    boolean starts =
        index == 0
            ? before.path.isEmpty() && before.root.equals(header.state().pre())
            : isLeaf(suite, blocks, index - 1, before);
    return starts
        && isLeaf(suite, blocks, index, after)
        && CompleteTree.verify(
            suite,
            TreeKind.DATA,
            header.dataCommitment(),
            blocks.count(),
            index,
            DataCommitment.leaf(suite, data),
            dataPath);
  }

  private static boolean isLeaf(
      HashSuite suite, BatchHeader.Blocks blocks, int index, ProvenRoot proven) {
    return CompleteTree.verify(
        suite, TreeKind.BLOCKS, blocks.root(), blocks.count(), index, proven.root, proven.path);
  }

  private static ProvenRoot root(ByteReader in) {
    return new ProvenRoot(in.bytes32(), in.sized(MAX_PATH_BYTES, "path"));
  }
}
