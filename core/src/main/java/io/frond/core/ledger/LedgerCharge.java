package io.frond.core.ledger;

/** Charges a module for what it does with the ledger, or refuses it. */
public interface LedgerCharge {
  /** Charges looking something up. */
  void read();

  /** Charges so many entries that are written. */
  void move(int entries);
}
