package io.frond.core.ledger;

import io.frond.core.items.KeyHash;
import io.frond.vm.Account;
import java.util.Arrays;

/**
 * A row of longs for each account, found by open addressing over the account's words, which are its
 * first columns: no object per account. Only the row that was given last can be taken back.
 */
final class AccountTable {
  /** The columns that hold the account. */
  static final int WORDS = 3;

  private static final int ABSENT = 0;

  private final long secret;
  private final LongColumns columns;
  private int[] index = new int[1024]; // row + 1

  /** A table of rows of so many columns beside the account's own. */
  AccountTable(long secret, int more) {
    this.secret = secret;
    this.columns = new LongColumns(WORDS + more);
  }

  int rows() {
    return columns.rows();
  }

  /** The rows. */
  LongColumns columns() {
    return columns;
  }

  /** The row of an account, or -1. */
  int find(Account account) {
    int mask = index.length - 1;
    for (int i = (int) KeyHash.of(secret, account) & mask; ; i = i + 1 & mask) {
      int row = index[i] - 1;
      if (row < 0) {
        return -1;
      }
      if (is(row, account)) {
        return row;
      }
    }
  }

  /** Gives an account that has none its row, of zeros. */
  int add(Account account) {
    int row = columns.addRow();
    columns.set(row, 0, account.high());
    columns.set(row, 1, account.middle());
    columns.set(row, 2, account.low());
    if (columns.rows() * 3L > index.length * 2L) {
      index = new int[index.length * 2];
      Arrays.fill(index, ABSENT);
      for (int i = 0; i < row; i++) {
        place(account(i), i);
      }
    }
    place(account, row);
    return row;
  }

  /** Takes the row that was given last away; beside the account it must hold zeros. */
  void removeLast() {
    int row = columns.rows() - 1;
    int mask = index.length - 1;
    int i = (int) KeyHash.of(secret, account(row)) & mask;
    while (index[i] != row + 1) {
      i = i + 1 & mask;
    }
    index[i] = ABSENT; // no other row was placed since, so no probe passes here
    columns.removeLastRow();
  }

  Account account(int row) {
    return Account.ofWords(columns.get(row, 0), columns.get(row, 1), (int) columns.get(row, 2));
  }

  /** Whether the row is the account's. */
  boolean is(int row, Account account) {
    return columns.get(row, 0) == account.high()
        && columns.get(row, 1) == account.middle()
        && (int) columns.get(row, 2) == account.low();
  }

  private void place(Account account, int row) {
    int mask = index.length - 1;
    int i = (int) KeyHash.of(secret, account) & mask;
    while (index[i] != ABSENT) {
      i = i + 1 & mask;
    }
    index[i] = row + 1;
  }
}
