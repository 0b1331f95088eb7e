package io.frond.core.outcome;

import io.frond.vm.ByteReader;

/** Why an inbox entry was consumed without effect. */
public enum NoOpReason {
  /** The bytes are no transaction of this chain. */
  UNDECODABLE(1),
  /** The signature is not the sender's. */
  BAD_SIGNATURE(2),
  /** It asks for what this version does not do. */
  UNSUPPORTED(3),
  /** The forced nonce is not the next one, or it is not a forced nonce. */
  WRONG_NONCE(4),
  /** It was valid until an earlier time. */
  EXPIRED(5),
  /** The chain declares no such asset. */
  UNKNOWN_ASSET(6),
  /** The account has nothing of what the selector names. */
  NOTHING_THERE(7),
  /** The escrow has not reached its end. */
  NOT_ENDED(8),
  /** An item of this identity is on the chain already. */
  ITEM_PRESENT(9);

  private final int code;

  NoOpReason(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static NoOpReason read(ByteReader in) {
    int code = in.u8();
    for (NoOpReason reason : values()) {
      if (reason.code == code) {
        return reason;
      }
    }
    throw in.error("no-op reason: expected 1 to 9, actual " + code);
  }
}
