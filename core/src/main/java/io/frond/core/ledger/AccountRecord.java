package io.frond.core.ledger;

import io.frond.core.hash.Hasher;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import java.util.Arrays;
import org.apache.tuweni.bytes.Bytes32;

/**
 * What an account has beside value: the next number of each ordered nonce lane, the next forced
 * nonce, the revocation epoch of its sessions. Its hash stands in the account's balances leaf.
 *
 * <p>Bytes: {@code uv forced nonce ‖ uv revocation epoch ‖ uv lanes ‖ uv next number of each}; the
 * last lane's number is not 0. Hash: {@code H(0x23 ‖ bytes)}, and 32 zero bytes for the empty
 * record.
 */
final class AccountRecord {
  /** Ordered nonce lanes of an account without a seat. */
  static final int MAX_LANES = 8;

  static final AccountRecord EMPTY = new AccountRecord(0, 0, new long[0]);
  private static final int TAG = 0x23;

  private final long forcedNonce;
  private final long revocationEpoch;
  private final long[] lanes;

  private AccountRecord(long forcedNonce, long revocationEpoch, long[] lanes) {
    this.forcedNonce = forcedNonce;
    this.revocationEpoch = revocationEpoch;
    this.lanes = lanes;
  }

  long forcedNonce() {
    return forcedNonce;
  }

  long revocationEpoch() {
    return revocationEpoch;
  }

  long laneNonce(int lane) {
    return lane < lanes.length ? lanes[lane] : 0;
  }

  AccountRecord withForcedNonce(long next) {
    return new AccountRecord(next, revocationEpoch, lanes);
  }

  AccountRecord withRevocationEpoch(long epoch) {
    return new AccountRecord(forcedNonce, epoch, lanes);
  }

  AccountRecord withLaneNonce(int lane, long next) {
    long[] changed = Arrays.copyOf(lanes, Math.max(lanes.length, lane + 1));
    changed[lane] = next;
    return new AccountRecord(forcedNonce, revocationEpoch, changed);
  }

  /** This record with lane 0 as if never used; its number is kept in a column of its own. */
  AccountRecord withoutFirstLane() {
    if (lanes.length <= 1) {
      return new AccountRecord(forcedNonce, revocationEpoch, new long[0]);
    }
    return withLaneNonce(0, 0);
  }

  boolean isEmpty() {
    return forcedNonce == 0 && revocationEpoch == 0 && lanes.length == 0;
  }

  void encode(ByteWriter out) {
    out.uv(forcedNonce).uv(revocationEpoch).uv(lanes.length);
    for (long next : lanes) {
      out.uv(next);
    }
  }

  static AccountRecord decode(ByteReader in) {
    long forced = in.uv();
    long epoch = in.uv();
    long[] lanes = new long[in.uvUpTo(MAX_LANES, "nonce lanes")];
    for (int i = 0; i < lanes.length; i++) {
      lanes[i] = in.uv();
    }
    if (lanes.length > 0 && lanes[lanes.length - 1] == 0) {
      throw in.error("nonce lanes: expected the last one in use");
    }
    return new AccountRecord(forced, epoch, lanes);
  }

  Bytes32 hash(Hasher hasher) {
    if (isEmpty()) {
      return Bytes32.ZERO;
    }
    ByteWriter out = new ByteWriter();
    encode(out);
    return hasher.u8(TAG).raw(out.array(), 0, out.size()).digest();
  }
}
