package io.frond.core.items;

import io.frond.vm.Account;
import io.frond.vm.AssetId;

/**
 * Hashes keys with a secret of this process, because players choose keys and a table with known
 * hashing can be flooded with collisions. The hash decides only where a slot lies, never a result.
 */
public final class KeyHash {
  private static final long FIRST = 0x9e3779b97f4a7c15L;
  private static final long SECOND = 0xd6e8feb86659fd93L;

  private KeyHash() {}

  /** The hash of an account. */
  public static long of(long secret, Account account) {
    return mix(mix(secret ^ account.high(), account.middle()), account.low());
  }

  static long of(long secret, AssetId asset) {
    return mix(mix(mix(secret ^ asset.word0(), asset.word1()), asset.word2()), asset.word3());
  }

  static long of(long secret, long value) {
    return mix(secret ^ value, FIRST);
  }

  static long of(long secret, byte[] bytes, int length) {
    long hash = secret ^ length;
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      hash = mix(hash, word(bytes, i, 8));
    }
    return mix(hash, word(bytes, i, length - i));
  }

  private static long word(byte[] bytes, int from, int count) {
    long word = count;
    for (int i = 0; i < count; i++) {
      word = word << 8 | (bytes[from + i] & 0xff);
    }
    return word;
  }

  /** A folded 128-bit product, as in wyhash: each input bit reaches every output bit. */
  private static long mix(long a, long b) {
    long x = a ^ FIRST;
    long y = b ^ SECOND;
    return Math.multiplyHigh(x, y) ^ (x * y) ^ (a + b);
  }
}
