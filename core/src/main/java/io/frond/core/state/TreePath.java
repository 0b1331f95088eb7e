package io.frond.core.state;

import io.frond.core.hash.HashSuite;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.DecodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * What proves a leaf, or the absence of one, against a root. Immutable; its one encoding is
 *
 * <pre>
 * bitmap   32 bytes; bit i set = the sibling at depth i is not empty; bit 0 = top bit of byte 0
 * siblings 32 bytes each, not zero: the set ones, from the root down
 * other    nothing, or 64 bytes: key ‖ value hash of the leaf in which the path of an absent key ends
 * </pre>
 *
 * The depth of the path's end is the highest set bit + 1, so the deepest sibling is never empty.
 * The path of an absent key without {@code other} ends in an empty subtree. Verification is total:
 * any decoded path with any root, key and hash gives an answer.
 */
public final class TreePath {
  /** Length of the longest encoding: 255 siblings and another leaf. */
  public static final int MAX_BYTES = KeyBits.BYTES * (1 + KeyBits.MAX_DEPTH - 1 + 2);

  private final byte[] bitmap;
  private final List<Bytes32> siblings;
  private final int depth;
  private final Optional<OtherLeaf> other;

  private TreePath(byte[] bitmap, List<Bytes32> siblings, Optional<OtherLeaf> other) {
    this.bitmap = bitmap;
    this.siblings = List.copyOf(siblings);
    this.depth = depth(bitmap);
    this.other = other;
  }

  /** The path from a root to the end of a key's way. */
  static TreePath of(Subtree root, Bytes32 key) {
    byte[] bitmap = new byte[KeyBits.BYTES];
    List<Bytes32> siblings = new ArrayList<>();
    Subtree place = root;
    for (int depth = 0; place.kind() == Subtree.Kind.INNER; depth++) {
      int bit = KeyBits.bit(key.toArrayUnsafe(), 0, depth);
      Subtree sibling = place.child(1 - bit);
      if (!sibling.isEmpty()) {
        KeyBits.setBit(bitmap, depth);
        siblings.add(sibling.hash());
      }
      place = place.child(bit);
    }
    boolean absent = place.isEmpty() || place.key().equals(key);
    return new TreePath(
        bitmap,
        siblings,
        absent ? Optional.empty() : Optional.of(new OtherLeaf(place.key(), place.valueHash())));
  }

  /**
   * Decodes a path.
   *
   * @throws DecodeException for every other bytes
   */
  public static TreePath decode(Bytes bytes) {
    if (bytes.size() > MAX_BYTES) {
      throw new DecodeException(
          "path: expected at most " + MAX_BYTES + " bytes, actual " + bytes.size());
    }
    ByteReader reader = ByteReader.of(bytes);
    byte[] bitmap = reader.raw(KeyBits.BYTES);
    int count = 0;
    for (byte bits : bitmap) {
      count += Integer.bitCount(bits & 0xff);
    }
    List<Bytes32> siblings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      siblings.add(notZero(reader, "sibling"));
    }
    Optional<OtherLeaf> other =
        reader.remaining() == 0
            ? Optional.empty()
            : Optional.of(new OtherLeaf(reader.bytes32(), notZero(reader, "value hash")));
    reader.end();
    if (other.isPresent() && depth(bitmap) == KeyBits.MAX_DEPTH) {
      throw reader.error("path: expected no other leaf at depth " + KeyBits.MAX_DEPTH);
    }
    return new TreePath(bitmap, siblings, other);
  }

  /** The bytes that {@link #decode} reads. */
  public Bytes encode() {
    ByteWriter writer = new ByteWriter(KeyBits.BYTES * (siblings.size() + 3)).raw(bitmap);
    siblings.forEach(writer::raw);
    other.ifPresent(leaf -> writer.raw(leaf.key()).raw(leaf.valueHash()));
    return writer.toBytes();
  }

  /** The depth at which the path ends, 0 to 256. */
  public int depth() {
    return depth;
  }

  /** Whether the tree with this root holds this value hash at this key. Never with a zero root. */
  public boolean proves(HashSuite suite, Bytes32 root, Bytes32 key, Bytes32 valueHash) {
    if (root.isZero() || valueHash.isZero() || other.isPresent()) {
      return false;
    }
    TreeHasher hasher = new TreeHasher(suite);
    return fold(hasher, key, hasher.leaf(key, valueHash)).equals(root);
  }

  /** Whether the tree with this root holds nothing at this key. */
  public boolean provesAbsence(HashSuite suite, Bytes32 root, Bytes32 key) {
    TreeHasher hasher = new TreeHasher(suite);
    if (other.isEmpty()) {
      return fold(hasher, key, Bytes32.ZERO).equals(root);
    }
    OtherLeaf leaf = other.get();
    return !leaf.key().equals(key)
        && KeyBits.sharePrefix(leaf.key().toArrayUnsafe(), key.toArrayUnsafe(), depth)
        && fold(hasher, key, hasher.leaf(leaf.key(), leaf.valueHash())).equals(root);
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof TreePath path && encode().equals(path.encode());
  }

  @Override
  public int hashCode() {
    return encode().hashCode();
  }

  @Override
  public String toString() {
    return "TreePath" + encode();
  }

  private Bytes32 fold(TreeHasher hasher, Bytes32 key, Bytes32 end) {
    byte[] directions = key.toArrayUnsafe();
    int next = siblings.size();
    Bytes32 digest = end;
    for (int i = depth - 1; i >= 0; i--) {
      Bytes32 sibling = KeyBits.bit(bitmap, 0, i) == 0 ? Bytes32.ZERO : siblings.get(--next);
      digest =
          KeyBits.bit(directions, 0, i) == 0
              ? hasher.node(digest, sibling)
              : hasher.node(sibling, digest);
    }
    return digest;
  }

  private static int depth(byte[] bitmap) {
    int depth = KeyBits.MAX_DEPTH;
    while (depth > 0 && KeyBits.bit(bitmap, 0, depth - 1) == 0) {
      depth--;
    }
    return depth;
  }

  private static Bytes32 notZero(ByteReader reader, String what) {
    Bytes32 word = reader.bytes32();
    if (word.isZero()) {
      throw reader.error(what + ": expected not zero");
    }
    return word;
  }

  /** The leaf of another key. */
  private record OtherLeaf(Bytes32 key, Bytes32 valueHash) {}
}
