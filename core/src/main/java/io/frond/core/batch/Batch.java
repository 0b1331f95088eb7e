package io.frond.core.batch;

import io.frond.core.hash.CompleteTree;
import io.frond.core.hash.HashSuite;
import io.frond.core.hash.TreeKind;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A batch with everything that the parent and every watcher need to check it: {@code header ‖ block
 * count uv ‖ (post state root 32, length uv, data)...}, the header with its length before it.
 *
 * <p>The post roots travel in the open because a challenge names one: a blocks root whose leaves
 * nobody but its author knows could not be disputed.
 *
 * @param header the statement
 * @param blocks its blocks in order, 1 to 2^20
 */
public record Batch(BatchHeader header, List<BlockData> blocks) {
  /** The most bytes of one block's data in a batch: 16 MiB. */
  public static final int MAX_BLOCK_BYTES = 1 << 24;

  private static final int MAX_HEADER_BYTES = 32 * 128;

  /**
   * One block as it is published.
   *
   * @param postRoot the state root after it, as its author claims
   * @param data its bytes, at most {@value Batch#MAX_BLOCK_BYTES}; copied
   */
  public record BlockData(Bytes32 postRoot, Bytes data) {
    /** A block of these parts. */
    public BlockData {
      if (data.size() > MAX_BLOCK_BYTES) {
        throw new IllegalArgumentException(
            "block data: expected at most 16 MiB, actual " + data.size());
      }
      data = Bytes.wrap(data.toArray());
    }
  }

  /**
   * A batch of these parts. Whether they fit each other is for the parent to check.
   *
   * @throws IllegalArgumentException if there is no block or too many
   */
  public Batch {
    blocks = List.copyOf(blocks);
    if (blocks.isEmpty() || blocks.size() > CompleteTree.MAX_LEAVES) {
      throw new IllegalArgumentException(
          "batch: expected 1 to 2^20 blocks, actual " + blocks.size());
    }
  }

  /**
   * Decodes what {@link #encode} gives.
   *
   * @throws io.frond.vm.DecodeException if it is anything else
   */
  public static Batch decode(Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    BatchHeader header = BatchHeader.decode(in.sized(MAX_HEADER_BYTES, "header"));
    int count = in.uvUpTo(CompleteTree.MAX_LEAVES, "blocks");
    List<BlockData> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      blocks.add(new BlockData(in.bytes32(), in.sized(MAX_BLOCK_BYTES, "block data")));
    }
    in.end();
    try {
      return new Batch(header, blocks);
    } catch (IllegalArgumentException e) {
      throw in.error(String.valueOf(e.getMessage()));
    }
  }

  /** The one encoding of this batch. */
  public Bytes encode() {
    ByteWriter out = new ByteWriter(1024).sized(header.encode()).uv(blocks.size());
    blocks.forEach(block -> out.raw(block.postRoot).sized(block.data));
    return out.toBytes();
  }

  /** The root over the blocks' post state roots. */
  public static Bytes32 blocksRoot(HashSuite suite, List<BlockData> blocks) {
    List<Bytes32> leaves = blocks.stream().map(BlockData::postRoot).toList();
    return CompleteTree.root(suite, TreeKind.BLOCKS, leaves);
  }

  /** The data commitment over the blocks' data. */
  public static Bytes32 dataCommitment(HashSuite suite, List<BlockData> blocks) {
    return DataCommitment.of(suite, blocks.stream().map(BlockData::data).toList());
  }

  /** The root from which block {@code index} starts. */
  public Bytes32 preRoot(int index) {
    return index == 0 ? header.state().pre() : blocks.get(index - 1).postRoot;
  }
}
