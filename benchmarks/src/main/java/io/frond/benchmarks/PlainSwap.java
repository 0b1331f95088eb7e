package io.frond.benchmarks;

import io.frond.benchmarks.AmmSwap.Swap;
import io.frond.vm.Account;
import java.util.HashMap;
import java.util.Map;

/**
 * The limit: the same rules as one writes them first, a map of balances for each asset; with no
 * authority, no undo, no bill and no record of what was done.
 */
final class PlainSwap {
  private final Map<Account, Long> gold = new HashMap<>();
  private final Map<Account, Long> gems = new HashMap<>();
  private long pooledGold;
  private long pooledGems;

  PlainSwap(long pooledGold, long pooledGems) {
    this.pooledGold = pooledGold;
    this.pooledGems = pooledGems;
  }

  void fund(Account account, long eachAsset) {
    gold.put(account, eachAsset);
    gems.put(account, eachAsset);
  }

  /** Whether the swap was done; it is not if the trader lacks the price or gets too little. */
  boolean swap(Account sender, Swap swap) {
    return swap.goldIn() ? sellGold(sender, swap) : sellGems(sender, swap);
  }

  private boolean sellGold(Account sender, Swap swap) {
    long bought = AmmSwap.bought(pooledGold, pooledGems, swap.in());
    if (!move(gold, gems, sender, swap, bought)) {
      return false;
    }
    pooledGold += swap.in();
    pooledGems -= bought;
    return true;
  }

  private boolean sellGems(Account sender, Swap swap) {
    long bought = AmmSwap.bought(pooledGems, pooledGold, swap.in());
    if (!move(gems, gold, sender, swap, bought)) {
      return false;
    }
    pooledGems += swap.in();
    pooledGold -= bought;
    return true;
  }

  private static boolean move(
      Map<Account, Long> from, Map<Account, Long> to, Account sender, Swap swap, long bought) {
    long balance = from.getOrDefault(sender, 0L);
    if (balance < swap.in() || bought < swap.least()) {
      return false;
    }
    from.put(sender, balance - swap.in());
    to.merge(sender, bought, Long::sum);
    return true;
  }
}
