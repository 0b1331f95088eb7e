package io.frond.exits.model;

import io.frond.core.hash.HashSuite;
import io.frond.core.ledger.Claim;
import io.frond.core.state.TreePath;
import io.frond.exits.proof.ProvenClaim;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** A ledger tree over a handful of claims, built by recursion, and its paths. */
public final class NaiveLedger {
  private static final HashSuite SUITE = HashSuite.sha256();

  private record Leaf(Bytes32 key, Bytes32 hash) {
    int bit(int depth) {
      return key.get(depth / 8) >> (7 - depth % 8) & 1;
    }
  }

  private final List<Leaf> leaves = new ArrayList<>();
  private final Bytes32 root;

  /** The tree over these claims. */
  public NaiveLedger(List<Claim> claims) {
    for (Claim claim : claims) {
      Bytes32 key = claim.key(SUITE);
      Bytes32 valueHash = SUITE.newHasher().raw(claim.value()).digest();
      leaves.add(new Leaf(key, SUITE.hash(0x00, key, valueHash)));
    }
    root = root(leaves, 0);
  }

  /** Its root. */
  public Bytes32 root() {
    return root;
  }

  /** A claim with its path. */
  public ProvenClaim prove(Claim claim) {
    byte[] bitmap = new byte[32];
    List<Bytes> path = new ArrayList<>();
    List<Leaf> subtree = leaves;
    Bytes32 key = claim.key(SUITE);
    for (int depth = 0; subtree.size() > 1; depth++) {
      int bit = key.get(depth / 8) >> (7 - depth % 8) & 1;
      Bytes32 sibling = root(side(subtree, depth, 1 - bit), depth + 1);
      if (!sibling.isZero()) {
        bitmap[depth / 8] |= (byte) (0x80 >> depth % 8);
        path.add(sibling);
      }
      subtree = side(subtree, depth, bit);
    }
    path.add(0, Bytes.wrap(bitmap));
    Bytes encoded = Bytes.concatenate(path.toArray(new Bytes[0]));
    return new ProvenClaim(claim, TreePath.decode(encoded));
  }

  private static List<Leaf> side(List<Leaf> leaves, int depth, int bit) {
    return leaves.stream().filter(leaf -> leaf.bit(depth) == bit).toList();
  }

  private static Bytes32 root(List<Leaf> leaves, int depth) {
    if (leaves.isEmpty()) {
      return Bytes32.ZERO;
    }
    if (leaves.size() == 1) {
      return leaves.get(0).hash;
    }
    return SUITE.hash(
        0x01, root(side(leaves, depth, 0), depth + 1), root(side(leaves, depth, 1), depth + 1));
  }
}
