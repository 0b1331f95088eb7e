package io.frond.core.state;

import io.frond.core.hash.HashSuite;
import io.frond.core.hash.Hasher;
import org.apache.tuweni.bytes.Bytes;

/** SHA-256 that counts the digests. */
final class CountingSuite implements HashSuite {
  private int digests;

  /** How many digests were made since the last call. */
  int take() {
    int taken = digests;
    digests = 0;
    return taken;
  }

  @Override
  public String name() {
    return "counted";
  }

  @Override
  public Hasher newHasher() {
    Hasher hasher = HashSuite.sha256().newHasher();
    return new Hasher() {
      @Override
      public Hasher u8(int value) {
        hasher.u8(value);
        return this;
      }

      @Override
      public Hasher u32(int value) {
        hasher.u32(value);
        return this;
      }

      @Override
      public Hasher u64(long value) {
        hasher.u64(value);
        return this;
      }

      @Override
      public Hasher raw(byte[] bytes, int offset, int length) {
        hasher.raw(bytes, offset, length);
        return this;
      }

      @Override
      public Hasher raw(Bytes bytes) {
        hasher.raw(bytes);
        return this;
      }

      @Override
      public void digest(byte[] out, int offset) {
        digests++;
        hasher.digest(out, offset);
      }
    };
  }
}
