package io.frond.vm;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Reads what {@link ByteWriter} writes and accepts nothing else: every method throws {@link
 * DecodeException} for bytes that are missing or are not the shortest form. Not safe for several
 * threads.
 */
public final class ByteReader {
  private static final char REPLACEMENT = '\ufffd';

  private final byte[] buffer;
  private final int end;
  private int position;

  private ByteReader(byte[] buffer, int start, int end) {
    this.buffer = buffer;
    this.position = start;
    this.end = end;
  }

  /** Reads these bytes, which must not change meanwhile. */
  public static ByteReader of(byte[] bytes) {
    return new ByteReader(bytes, 0, bytes.length);
  }

  /** Reads these bytes. */
  public static ByteReader of(Bytes bytes) {
    return of(bytes.toArrayUnsafe());
  }

  /** How many bytes have been read. */
  public int position() {
    return position;
  }

  /** How many bytes are left. */
  public int remaining() {
    return end - position;
  }

  /** A refusal that names the place. */
  public DecodeException error(String what) {
    return new DecodeException(what + " at byte " + position + " of " + end);
  }

  /** A refusal of a second way to write what has one encoding, that names the place. */
  public DecodeException nonCanonical(String what) {
    return DecodeException.nonCanonical(what + " at byte " + position + " of " + end);
  }

  /** One byte, 0 to 255. */
  public int u8() {
    need(1);
    return buffer[position++] & 0xff;
  }

  /** Four bytes as a signed int. */
  public int u32() {
    need(4);
    int value = (int) BigEndian.INT.get(buffer, position);
    position += 4;
    return value;
  }

  /** Eight bytes as a signed long. */
  public long u64() {
    need(8);
    long value = (long) BigEndian.LONG.get(buffer, position);
    position += 8;
    return value;
  }

  /** Eight bytes that hold 0 to 2^63-1. */
  public long u63() {
    long value = u64();
    if (value < 0) {
      throw error("expected at most 2^63-1, actual " + Long.toUnsignedString(value));
    }
    return value;
  }

  /** An unsigned LEB128 in its shortest form, 0 to 2^63-1. */
  public long uv() {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int next = u8();
      value |= (long) (next & 0x7f) << shift;
      if ((next & 0x80) == 0) {
        if (next == 0 && shift > 0) {
          throw nonCanonical("expected the shortest form of a variable-length integer");
        }
        return value;
      }
    }
    throw error("expected a variable-length integer of at most 9 bytes");
  }

  /**
   * A {@code uv} of at most {@code max}.
   *
   * @param what what it counts, for the message
   */
  public int uvUpTo(int max, String what) {
    long value = uv();
    if (value > max) {
      throw error(what + ": expected at most " + max + ", actual " + value);
    }
    return (int) value;
  }

  /** Exactly {@code length} bytes, copied. */
  public byte[] raw(int length) {
    need(length);
    byte[] bytes = new byte[length];
    System.arraycopy(buffer, position, bytes, 0, length);
    position += length;
    return bytes;
  }

  /** Exactly {@code length} bytes, copied. */
  public Bytes bytes(int length) {
    return Bytes.wrap(raw(length));
  }

  /** 32 bytes, copied. */
  public Bytes32 bytes32() {
    return Bytes32.wrap(raw(32));
  }

  /** A {@code uv} length of at most {@code max}, then that many bytes, copied. */
  public Bytes sized(int max, String what) {
    return bytes(uvUpTo(max, what));
  }

  /** A {@code uv} length of at most {@code maxBytes}, then that many bytes of strict UTF-8. */
  public String text(int maxBytes, String what) {
    int length = uvUpTo(maxBytes, what);
    need(length);
    String text = new String(buffer, position, length, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      requireUtf8(length, what);
    }
    position += length;
    return text;
  }

  // The replacement character may have been written as such, or stand for bytes that are not UTF-8.
  private void requireUtf8(int length, String what) {
    try {
      var unused =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, position, length));
    } catch (CharacterCodingException e) {
      throw error(what + ": expected UTF-8");
    }
  }

  /** The 20 bytes of an account. */
  public Account account() {
    return Account.ofWords(u64(), u64(), u32());
  }

  /** The 32 bytes of an asset id. */
  public AssetId asset() {
    return AssetId.ofWords(u64(), u64(), u64(), u64());
  }

  /** Refuses bytes that are left over. */
  public void end() {
    if (position != end) {
      throw nonCanonical("expected the end, actual " + remaining() + " bytes more");
    }
  }

  /** Whether what was read since {@code start} is what was written to {@code other}. */
  boolean hasRead(int start, ByteWriter other) {
    return Arrays.equals(buffer, start, position, other.array(), 0, other.size());
  }

  private void need(int count) {
    if (count < 0 || end - position < count) {
      throw error("expected " + count + " bytes, actual " + remaining());
    }
  }
}
