package io.frond.core.state;

import io.frond.core.hash.HashSuite;
import io.frond.vm.DecodeException;
import java.util.Collection;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The part of a tree that some reads and a batch of changes need: a multiproof of all touched keys,
 * without repetition. Immutable; its one encoding is the kind of the root, one byte, and then the
 * root:
 *
 * <pre>
 * kinds  0 empty | 1 digest | 2 leaf | 3 inner
 * empty  nothing
 * digest 32 bytes, not zero
 * leaf   key 32 ‖ value hash 32, not zero; the key's first bits are the way to the leaf
 * inner  one byte (kind of left &lt;&lt; 2 | kind of right) ‖ left ‖ right
 * </pre>
 *
 * No inner node has two empty halves or an empty one beside a leaf, and none is deeper than 255.
 */
public final class TreeWitness {
  /** The longest encoding. */
  public static final int MAX_BYTES = 1 << 26;

  private final HashSuite suite;
  private final Node node;
  private final Bytes bytes;

  private TreeWitness(HashSuite suite, Node node, Bytes bytes) {
    this.suite = suite;
    this.node = node;
    this.bytes = bytes;
  }

  static TreeWitness of(
      HashSuite suite, Subtree root, Collection<Bytes32> touched, TreeChanges changes) {
    Node node =
        new WitnessExtraction(
                new TreeHasher(suite), TouchedKeys.of(touched, changes), changes.entries())
            .extract(root);
    return new TreeWitness(suite, node, WitnessEncoding.encode(node));
  }

  /**
   * Decodes a witness and hashes it.
   *
   * @throws DecodeException for every other bytes
   */
  public static TreeWitness decode(HashSuite suite, Bytes bytes) {
    if (bytes.size() > MAX_BYTES) {
      throw new DecodeException(
          "witness: expected at most " + MAX_BYTES + " bytes, actual " + bytes.size());
    }
    Bytes copy = bytes.copy();
    return new TreeWitness(suite, WitnessEncoding.decode(new TreeHasher(suite), copy), copy);
  }

  /** The bytes that {@link #decode} reads. */
  public Bytes encode() {
    return bytes;
  }

  /** The root of the tree that this is a part of. */
  public Bytes32 root() {
    return node.hash();
  }

  HashSuite suite() {
    return suite;
  }

  Node node() {
    return node;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreeWitness witness && bytes.equals(witness.bytes);
  }

  @Override
  public int hashCode() {
    return bytes.hashCode();
  }

  @Override
  public String toString() {
    return "TreeWitness" + bytes;
  }
}
