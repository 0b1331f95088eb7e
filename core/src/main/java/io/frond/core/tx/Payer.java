package io.frond.core.tx;

import io.frond.vm.Account;

/** Who covers the fee. */
public sealed interface Payer {
  /** The sender. */
  Payer SELF = new Self();

  /** Nobody: the transaction is covered by the sender's quota or refused. */
  Payer QUOTA_ONLY = new QuotaOnly();

  /** Bits 4-5 of the shape byte, and {@code payerMode} in typed data. */
  int code();

  /** The sender pays. */
  record Self() implements Payer {
    @Override
    public int code() {
      return 0;
    }
  }

  /**
   * An account that signs an approval of this very transaction.
   *
   * @param account who pays
   * @param policy the sponsor's own number for why, at least 0
   */
  record Sponsor(Account account, long policy) implements Payer {
    /** Checks the number. */
    public Sponsor {
      checkNumber("sponsor policy", policy);
    }

    @Override
    public int code() {
      return 1;
    }
  }

  /**
   * A vault whose rules are state.
   *
   * @param id the number of the vault, at least 0
   */
  record Vault(long id) implements Payer {
    /** Checks the number. */
    public Vault {
      checkNumber("vault id", id);
    }

    @Override
    public int code() {
      return 2;
    }
  }

  /** The quota covers it, or it is refused; it is never billed. */
  record QuotaOnly() implements Payer {
    @Override
    public int code() {
      return 3;
    }
  }

  private static void checkNumber(String what, long number) {
    if (number < 0) {
      throw new IllegalArgumentException(what + ": expected at least 0, actual " + number);
    }
  }
}
