package io.frond.core.hash;

import io.frond.vm.Account;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Collects bytes and gives their digest, after which it is empty again. For one thread. Integers
 * are big-endian.
 */
public interface Hasher {
  /** Length of every digest. */
  int BYTES = 32;

  /** The low 8 bits of {@code value}. */
  Hasher u8(int value);

  /** Four bytes. */
  Hasher u32(int value);

  /** Eight bytes. */
  Hasher u64(long value);

  /** A range of bytes. */
  Hasher raw(byte[] bytes, int offset, int length);

  /** Bytes. */
  Hasher raw(Bytes bytes);

  /** The 20 bytes of an account. */
  default Hasher account(Account account) {
    return u64(account.high()).u64(account.middle()).u32(account.low());
  }

  /** Writes the 32-byte digest at {@code offset} and empties the hasher. */
  void digest(byte[] out, int offset);

  /** The digest; the hasher is empty afterwards. */
  default Bytes32 digest() {
    byte[] out = new byte[BYTES];
    digest(out, 0);
    return Bytes32.wrap(out);
  }
}
