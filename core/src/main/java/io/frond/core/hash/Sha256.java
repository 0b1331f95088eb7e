package io.frond.core.hash;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.tuweni.bytes.Bytes;

/** SHA-256 by the JDK, which has it as an intrinsic. */
final class Sha256 implements HashSuite {
  static final Sha256 SUITE = new Sha256();

  private Sha256() {}

  @Override
  public String name() {
    return "sha-256";
  }

  @Override
  public Hasher newHasher() {
    return new Sha256Hasher();
  }

  /** Gathers input in a buffer, because many small updates cost more than the hash itself. */
  private static final class Sha256Hasher implements Hasher {
    private final MessageDigest digest;
    private final byte[] buffer = new byte[256];
    private int size;

    Sha256Hasher() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    @Override
    public Hasher u8(int value) {
      room(1);
      buffer[size++] = (byte) value;
      return this;
    }

    @Override
    public Hasher u32(int value) {
      room(4);
      buffer[size++] = (byte) (value >>> 24);
      buffer[size++] = (byte) (value >>> 16);
      buffer[size++] = (byte) (value >>> 8);
      buffer[size++] = (byte) value;
      return this;
    }

    @Override
    public Hasher u64(long value) {
      return u32((int) (value >>> 32)).u32((int) value);
    }

    @Override
    public Hasher raw(byte[] bytes, int offset, int length) {
      if (length > buffer.length) {
        flush();
        digest.update(bytes, offset, length);
        return this;
      }
      room(length);
      System.arraycopy(bytes, offset, buffer, size, length);
      size += length;
      return this;
    }

    @Override
    public Hasher raw(Bytes bytes) {
      return raw(bytes.toArrayUnsafe(), 0, bytes.size());
    }

    @Override
    public void digest(byte[] out, int offset) {
      flush();
      try {
        digest.digest(out, offset, BYTES);
      } catch (DigestException e) {
        throw new IllegalArgumentException("no room for a digest at " + offset, e);
      }
    }

    private void room(int count) {
      if (buffer.length - size < count) {
        flush();
      }
    }

    private void flush() {
      digest.update(buffer, 0, size);
      size = 0;
    }
  }
}
