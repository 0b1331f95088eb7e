package io.frond.core.ledger;

import io.frond.core.items.KeyHash;
import io.frond.vm.Account;
import java.util.Arrays;

/**
 * Numbers accounts: open addressing over their words, no object per account. Only the row that was
 * given last can be taken back.
 */
final class AccountTable {
  private static final int ABSENT = 0;
  private static final int WORDS = 3;

  private final long secret;
  private final LongColumns words = new LongColumns(WORDS);
  private int[] index = new int[1024]; // row + 1

  AccountTable(long secret) {
    this.secret = secret;
  }

  int rows() {
    return words.rows();
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

  /** Gives an account that has none its row. */
  int add(Account account) {
    int row = words.addRow();
    words.set(row, 0, account.high());
    words.set(row, 1, account.middle());
    words.set(row, 2, account.low());
    if (words.rows() * 3L > index.length * 2L) {
      index = new int[index.length * 2];
      Arrays.fill(index, ABSENT);
      for (int i = 0; i < row; i++) {
        place(account(i), i);
      }
    }
    place(account, row);
    return row;
  }

  /** Takes the row that was given last away. */
  void removeLast() {
    int row = words.rows() - 1;
    int mask = index.length - 1;
    int i = (int) KeyHash.of(secret, account(row)) & mask;
    while (index[i] != row + 1) {
      i = i + 1 & mask;
    }
    index[i] = ABSENT; // no other row was placed since, so no probe passes here
    for (int column = 0; column < WORDS; column++) {
      words.set(row, column, 0);
    }
    words.removeLastRow();
  }

  Account account(int row) {
    return Account.ofWords(words.get(row, 0), words.get(row, 1), (int) words.get(row, 2));
  }

  private boolean is(int row, Account account) {
    return words.get(row, 0) == account.high()
        && words.get(row, 1) == account.middle()
        && (int) words.get(row, 2) == account.low();
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
