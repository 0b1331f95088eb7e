package io.frond.core.tx;

import io.frond.vm.ByteReader;

/**
 * The byte that says which parts of a transaction follow: bits 0-1 authorisation, 2-3 nonce, 4-5
 * payer, 6 tip present, 7 zero.
 */
record Shape(int authorisation, int nonce, int payer, boolean tip) {
  private static final int TIP = 1 << 6;
  private static final int LAST_AUTHORISATION = 2;
  private static final int LAST_NONCE = 2;

  static Shape of(Transaction transaction) {
    return new Shape(
        transaction.authorisation().code(),
        transaction.nonce().code(),
        transaction.fee().payer().code(),
        transaction.fee().tip() > 0);
  }

  static Shape read(ByteReader in) {
    int bits = in.u8();
    Shape shape = new Shape(bits & 3, bits >> 2 & 3, bits >> 4 & 3, (bits & TIP) != 0);
    if (shape.bits() != bits
        || shape.authorisation > LAST_AUTHORISATION
        || shape.nonce > LAST_NONCE
        || (shape.tip && shape.quotaOnly())) {
      throw in.error("shape: expected known bits that agree, actual " + bits);
    }
    return shape;
  }

  boolean quotaOnly() {
    return payer == Payer.QUOTA_ONLY.code();
  }

  int bits() {
    return authorisation | nonce << 2 | payer << 4 | (tip ? TIP : 0);
  }
}
