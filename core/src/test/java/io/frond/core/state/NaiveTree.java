package io.frond.core.state;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** The definition of the tree, recursive and slow; shares no code with what it judges. */
final class NaiveTree {
  final SortedMap<Bytes32, Bytes32> leaves = new TreeMap<>();
  private final MessageDigest sha;

  NaiveTree() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void apply(TreeChanges changes) {
    for (int i = 0; i < changes.size(); i++) {
      Bytes32 key = changes.key(i);
      changes.valueHash(i).ifPresentOrElse(v -> leaves.put(key, v), () -> leaves.remove(key));
    }
  }

  Bytes32 root() {
    return root(new ArrayList<>(leaves.entrySet()), 0);
  }

  /** The encoding of the path of a key. */
  Bytes path(Bytes32 key) {
    byte[] bitmap = new byte[32];
    List<Bytes> parts = new ArrayList<>();
    List<Map.Entry<Bytes32, Bytes32>> here = new ArrayList<>(leaves.entrySet());
    for (int depth = 0; here.size() > 1; depth++) {
      List<Map.Entry<Bytes32, Bytes32>> beside = side(here, depth, !bit(key, depth));
      if (!beside.isEmpty()) {
        bitmap[depth / 8] |= (byte) (0x80 >> depth % 8);
        parts.add(root(beside, depth + 1));
      }
      here = side(here, depth, bit(key, depth));
    }
    if (!here.isEmpty() && !here.get(0).getKey().equals(key)) {
      parts.add(here.get(0).getKey());
      parts.add(here.get(0).getValue());
    }
    parts.add(0, Bytes.wrap(bitmap));
    return Bytes.concatenate(parts);
  }

  Bytes32 hash(int tag, Bytes32 left, Bytes32 right) {
    sha.update((byte) tag);
    sha.update(left.toArray());
    sha.update(right.toArray());
    return Bytes32.wrap(sha.digest());
  }

  private Bytes32 root(List<Map.Entry<Bytes32, Bytes32>> entries, int depth) {
    if (entries.isEmpty()) {
      return Bytes32.ZERO;
    }
    if (entries.size() == 1) {
      return hash(0, entries.get(0).getKey(), entries.get(0).getValue());
    }
    return hash(
        1,
        root(side(entries, depth, false), depth + 1),
        root(side(entries, depth, true), depth + 1));
  }

  private static List<Map.Entry<Bytes32, Bytes32>> side(
      List<Map.Entry<Bytes32, Bytes32>> entries, int depth, boolean right) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (bit(entries.get(middle).getKey(), depth)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return right ? entries.subList(low, entries.size()) : entries.subList(0, low);
  }

  private static boolean bit(Bytes32 key, int index) {
    return (key.get(index / 8) & (0x80 >> index % 8)) != 0;
  }
}
