package io.frond.core.tx;

/** What makes a transaction unique; with the sender, the key against replay. */
public sealed interface Nonce {
  /** How many lanes an account has. */
  int MAX_LANES = 8;

  /** How many lanes an account with a seat has. */
  int MAX_LANES_WITH_SEAT = 64;

  /** Bits 2-3 of the shape byte, and {@code nonceKind} in typed data. */
  int code();

  /** The number, at least 0. */
  long sequence();

  /**
   * The next number of a lane: no gap, no skipping.
   *
   * @param lane 0 to {@link #MAX_LANES_WITH_SEAT} - 1; lanes from {@link #MAX_LANES} on need a seat
   * @param sequence the lane's next number, from 0
   */
  record Ordered(int lane, long sequence) implements Nonce {
    /** Checks the ranges. */
    public Ordered {
      if (lane < 0 || lane >= MAX_LANES_WITH_SEAT) {
        throw new IllegalArgumentException("lane: expected 0 to 63, actual " + lane);
      }
      checkSequence(sequence);
    }

    @Override
    public int code() {
      return 0;
    }
  }

  /**
   * Any number, used once before the transaction expires.
   *
   * @param sequence at least 0
   */
  record Expiring(long sequence) implements Nonce {
    /** Checks the range. */
    public Expiring {
      checkSequence(sequence);
    }

    @Override
    public int code() {
      return 1;
    }
  }

  /**
   * The next number of the counter that only inbox entries use.
   *
   * @param sequence the counter's next number, from 0
   */
  record Forced(long sequence) implements Nonce {
    /** Checks the range. */
    public Forced {
      checkSequence(sequence);
    }

    @Override
    public int code() {
      return 2;
    }
  }

  private static void checkSequence(long sequence) {
    if (sequence < 0) {
      throw new IllegalArgumentException("sequence: expected at least 0, actual " + sequence);
    }
  }
}
