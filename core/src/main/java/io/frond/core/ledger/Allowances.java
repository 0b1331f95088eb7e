package io.frond.core.ledger;

import java.util.Arrays;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/** What is left of the spend limits that the sender signed in this transaction. */
public final class Allowances {
  private int[] assets = new int[8];
  private long[] quanta = new long[8];
  private @Nullable Bytes32[] items = new Bytes32[8];
  private int size;

  /** Takes all limits away. */
  void clear() {
    Arrays.fill(items, 0, size, null);
    size = 0;
  }

  /** Allows so many quanta of an asset. */
  public void allow(int assetIndex, long limit) {
    add(assetIndex, limit, null);
  }

  /** Allows one item. */
  public void allowItem(int assetIndex, Bytes32 item) {
    add(assetIndex, 1, item);
  }

  private void add(int assetIndex, long limit, @Nullable Bytes32 item) {
    if (size == assets.length) {
      assets = Arrays.copyOf(assets, size * 2);
      quanta = Arrays.copyOf(quanta, size * 2);
      items = Arrays.copyOf(items, size * 2);
    }
    assets[size] = assetIndex;
    quanta[size] = limit;
    items[size++] = item;
  }

  /** Uses some of a limit up. */
  void spend(int assetIndex, long amount) {
    for (int i = 0; i < size; i++) {
      if (assets[i] == assetIndex && items[i] == null && quanta[i] >= amount) {
        quanta[i] -= amount;
        return;
      }
    }
    throw new LedgerRefusal(LedgerRefusal.Kind.SPEND_LIMIT, assetIndex);
  }

  /** Uses an item's permission up. */
  void spendItem(int assetIndex, Bytes32 item) {
    for (int i = 0; i < size; i++) {
      if (assets[i] == assetIndex && item.equals(items[i]) && quanta[i] == 1) {
        quanta[i] = 0;
        return;
      }
    }
    throw new LedgerRefusal(LedgerRefusal.Kind.SPEND_LIMIT, assetIndex);
  }
}
