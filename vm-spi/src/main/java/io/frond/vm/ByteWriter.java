package io.frond.vm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.tuweni.bytes.Bytes;

/**
 * Appends canonical encodings: fixed-width integers are big-endian, {@code uv} is the shortest
 * unsigned LEB128. Reusable by {@link #reset}; not safe for several threads.
 */
public final class ByteWriter {
  private byte[] buffer;
  private int size;

  /** An empty writer. */
  public ByteWriter() {
    this(64);
  }

  /** An empty writer with room for {@code capacity} bytes before it grows. */
  public ByteWriter(int capacity) {
    buffer = new byte[Math.max(16, capacity)];
  }

  /** Forgets what was written and keeps the memory. */
  public ByteWriter reset() {
    size = 0;
    return this;
  }

  /**
   * Forgets everything after the first {@code length} bytes.
   *
   * @throws IllegalArgumentException if fewer have been written
   */
  public ByteWriter truncate(int length) {
    if (length < 0 || length > size) {
      throw new IllegalArgumentException(
          "truncate: expected 0 to " + size + " bytes, actual " + length);
    }
    size = length;
    return this;
  }

  /** How many bytes have been written. */
  public int size() {
    return size;
  }

  /** The memory behind this writer; the first {@link #size} bytes are the content. */
  public byte[] array() {
    return buffer;
  }

  /** A copy of what was written. */
  public byte[] toArray() {
    return Arrays.copyOf(buffer, size);
  }

  /** A copy of what was written. */
  public Bytes toBytes() {
    return Bytes.wrap(toArray());
  }

  /** One byte: the low 8 bits of {@code value}. */
  public ByteWriter u8(int value) {
    reserve(1);
    buffer[size++] = (byte) value;
    return this;
  }

  /** Four bytes. */
  public ByteWriter u32(int value) {
    reserve(4);
    BigEndian.INT.set(buffer, size, value);
    size += 4;
    return this;
  }

  /** Eight bytes. */
  public ByteWriter u64(long value) {
    reserve(8);
    BigEndian.LONG.set(buffer, size, value);
    size += 8;
    return this;
  }

  /**
   * An unsigned LEB128 of 1 to 9 bytes.
   *
   * @throws IllegalArgumentException if {@code value} is negative
   */
  public ByteWriter uv(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("uv: expected 0 to 2^63-1, actual " + value);
    }
    long rest = value;
    while (rest > 0x7f) {
      u8((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    return u8((int) rest);
  }

  /** These bytes, with no length before them. */
  public ByteWriter raw(byte[] bytes) {
    return raw(bytes, 0, bytes.length);
  }

  /** A range of these bytes, with no length before them. */
  public ByteWriter raw(byte[] bytes, int offset, int length) {
    reserve(length);
    System.arraycopy(bytes, offset, buffer, size, length);
    size += length;
    return this;
  }

  /** These bytes, with no length before them. */
  public ByteWriter raw(Bytes bytes) {
    return raw(bytes.toArrayUnsafe(), 0, bytes.size());
  }

  /** A {@code uv} length, then the bytes. */
  public ByteWriter sized(Bytes bytes) {
    return uv(bytes.size()).raw(bytes);
  }

  /**
   * A {@code uv} length, then the UTF-8 bytes.
   *
   * @throws IllegalArgumentException if {@code text} has an unpaired surrogate, which UTF-8 cannot
   *     say
   */
  public ByteWriter text(String text) {
    return text(text, Integer.MAX_VALUE, "string");
  }

  /**
   * A {@code uv} length of at most {@code maxBytes}, then the UTF-8 bytes.
   *
   * @param what what it is, for the message
   * @throws IllegalArgumentException if {@code text} has an unpaired surrogate, which UTF-8 cannot
   *     say, or is longer
   */
  public ByteWriter text(String text, int maxBytes, String what) {
    // String.getBytes would write a question mark in its place: two values with one encoding.
    int unpaired = Surrogates.firstUnpaired(text);
    if (unpaired >= 0) {
      throw new IllegalArgumentException(what + ": unpaired surrogate at character " + unpaired);
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (utf8.length > maxBytes) {
      throw new IllegalArgumentException(
          what + ": expected at most " + maxBytes + " bytes, actual " + utf8.length);
    }
    return uv(utf8.length).raw(utf8);
  }

  /** The 20 bytes of an account. */
  public ByteWriter account(Account account) {
    reserve(Account.BYTES);
    BigEndian.LONG.set(buffer, size, account.high());
    BigEndian.LONG.set(buffer, size + 8, account.middle());
    BigEndian.INT.set(buffer, size + 16, account.low());
    size += Account.BYTES;
    return this;
  }

  /** The 32 bytes of an asset id. */
  public ByteWriter asset(AssetId asset) {
    return u64(asset.word0()).u64(asset.word1()).u64(asset.word2()).u64(asset.word3());
  }

  private void reserve(int count) {
    if (buffer.length - size < count) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + count));
    }
  }
}
