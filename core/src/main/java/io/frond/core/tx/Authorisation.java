package io.frond.core.tx;

/** On whose word a transaction acts for its sender. */
public sealed interface Authorisation {
  /** The sender's own key. */
  Authorisation OWNER = new Owner();

  /** A passkey that the sender registered. */
  Authorisation PASSKEY = new Passkey();

  /** Bits 0-1 of the shape byte. */
  int code();

  /** The key whose address is the sender. */
  record Owner() implements Authorisation {
    @Override
    public int code() {
      return 0;
    }
  }

  /**
   * A key that the owner granted some authority.
   *
   * @param id the number of the grant, at least 1: typed data shows 0 for no session
   */
  record Session(long id) implements Authorisation {
    /** Checks the number. */
    public Session {
      if (id < 1) {
        throw new IllegalArgumentException("session id: expected at least 1, actual " + id);
      }
    }

    @Override
    public int code() {
      return 1;
    }
  }

  /** A registered P-256 key. */
  record Passkey() implements Authorisation {
    @Override
    public int code() {
      return 2;
    }
  }
}
