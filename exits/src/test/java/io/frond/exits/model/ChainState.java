package io.frond.exits.model;

import io.frond.exits.model.Action.Leaving;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** What an honest chain holds after a batch: claims that always add up to custody. */
final class ChainState {
  static final int USERS = 6;

  private final long[][] balances = new long[USERS][2];
  private final TreeMap<String, Integer> items = new TreeMap<>(); // "asset/item" -> owner
  private final List<Stake.Escrow> escrows = new ArrayList<>();
  private final long[] shares = new long[USERS];
  private final long[] reserves = new long[2];
  private final long[] residual = new long[2];
  private int nextEscrow;
  private int nextBorn;

  ChainState copy() {
    ChainState copy = new ChainState();
    for (int i = 0; i < USERS; i++) {
      copy.balances[i] = balances[i].clone();
      copy.shares[i] = shares[i];
    }
    copy.items.putAll(items);
    copy.escrows.addAll(escrows);
    for (int a = 0; a < 2; a++) {
      copy.reserves[a] = reserves[a];
      copy.residual[a] = residual[a];
    }
    copy.nextEscrow = nextEscrow;
    copy.nextBorn = nextBorn;
    return copy;
  }

  /** Consumes an inbox entry. */
  void consume(ReferenceModel.Entry entry, List<Leaving> leaving) {
    if (entry.amount > 0 && entry.asset >= 2) {
      items.put(entry.asset + "/" + entry.item, entry.account);
    } else if (entry.amount > 0) {
      balances[entry.account][entry.asset] += entry.amount;
    } else if (entry.selector == 0 || entry.selector == 1) {
      for (int asset = 0; asset < (entry.selector == 0 ? 2 : 1); asset++) {
        leave(entry.account, asset, balances[entry.account][asset], leaving);
      }
    }
  }

  /** Does something that people do. */
  void live(SplittableRandom random, List<Leaving> leaving) {
    int user = random.nextInt(USERS);
    int asset = random.nextInt(2);
    long some = balances[user][asset] == 0 ? 0 : 1 + random.nextLong(balances[user][asset]);
    switch (random.nextInt(8)) {
      case 0, 1 -> leave(user, asset, some, leaving);
      case 2 -> escrow(random, user, asset, some);
      case 3 -> join(user, asset, some);
      case 4 -> {
        balances[user][asset] -= some;
        residual[asset] += some;
      }
      case 5 -> items.put("3/" + nextBorn++, user);
      case 6 -> leaveWithItem(random, leaving);
      default -> escrowItem(random);
    }
  }

  private void leave(int user, int asset, long amount, List<Leaving> leaving) {
    if (amount > 0) {
      balances[user][asset] -= amount;
      leaving.add(new Leaving(user, asset, amount, 0));
    }
  }

  private void escrow(SplittableRandom random, int user, int asset, long amount) {
    if (amount > 0) {
      balances[user][asset] -= amount;
      List<Stake.Part> parts = new ArrayList<>();
      for (int i = 0; i < USERS; i++) {
        if (random.nextInt(3) == 0 || (i == USERS - 1 && parts.isEmpty())) {
          parts.add(new Stake.Part(i, 1 + random.nextLong(random.nextBoolean() ? 4 : 1L << 59)));
        }
      }
      escrows.add(new Stake.Escrow(nextEscrow++, asset, 0, amount, parts));
    }
  }

  private void join(int user, int asset, long amount) {
    balances[user][asset] -= amount;
    reserves[asset] += amount;
    shares[user] += amount;
  }

  private void leaveWithItem(SplittableRandom random, List<Leaving> leaving) {
    if (!items.isEmpty()) {
      String key = new ArrayList<>(items.keySet()).get(random.nextInt(items.size()));
      int owner = items.remove(key);
      leaving.add(new Leaving(owner, asset(key), 1, item(key)));
    }
  }

  private void escrowItem(SplittableRandom random) {
    if (!items.isEmpty()) {
      String key = new ArrayList<>(items.keySet()).get(random.nextInt(items.size()));
      int owner = items.remove(key);
      escrows.add(
          new Stake.Escrow(
              nextEscrow++, asset(key), item(key), 1, List.of(new Stake.Part(owner, 1))));
    }
  }

  private static int asset(String key) {
    return key.charAt(0) - '0';
  }

  private static int item(String key) {
    return Integer.parseInt(key.substring(2));
  }

  List<Stake> stakes() {
    List<Stake> stakes = new ArrayList<>();
    long total = 0;
    for (long one : shares) {
      total += one;
    }
    for (int i = 0; i < USERS; i++) {
      if (balances[i][0] + balances[i][1] > 0) {
        stakes.add(new Stake.Balances(i, balances[i][0], balances[i][1]));
      }
      if (shares[i] > 0) {
        stakes.add(new Stake.Share(i, shares[i], total, reserves[0], reserves[1]));
      }
    }
    items.forEach((key, owner) -> stakes.add(new Stake.Item(asset(key), item(key), owner)));
    stakes.addAll(escrows);
    for (int asset = 0; asset < 2; asset++) {
      if (residual[asset] > 0) {
        stakes.add(new Stake.Residual(asset, 5, residual[asset]));
      }
    }
    return stakes;
  }

  /** All quanta of an asset that the claims stand for. */
  long coverage(int asset) {
    long sum = reserves[asset] + residual[asset];
    for (long[] one : balances) {
      sum += one[asset];
    }
    for (Stake.Escrow escrow : escrows) {
      sum += escrow.asset() == asset ? escrow.amount() : 0;
    }
    return sum;
  }
}
