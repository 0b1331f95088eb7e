package io.frond.testkit.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps the books of a chain from its outcomes. After each operation nobody is below zero, and what
 * all claims hold is what was deposited less what was withdrawn.
 *
 * <p>Accounts, escrows and pools are lower-case hexadecimal without prefix. For one thread.
 */
public final class Auditor {
  private final Set<Integer> collections;
  private final Map<String, BigInteger> balances = new TreeMap<>(); // "account/asset"
  private final Map<String, String> owners = new TreeMap<>(); // "asset/item" -> account or escrow
  private final Map<String, Escrow> escrows = new TreeMap<>();
  private final Map<String, Pool> pools = new TreeMap<>();
  private final Map<Integer, BigInteger> deposited = new TreeMap<>();
  private final Map<Integer, BigInteger> withdrawn = new TreeMap<>();
  private final Map<String, BigInteger> withdrawnBy = new TreeMap<>(); // "account/asset"

  /**
   * Empty books.
   *
   * @param collections indices of the assets that are collections of items
   */
  public Auditor(Set<Integer> collections) {
    this.collections = Set.copyOf(collections);
  }

  private static final class Escrow {
    final int asset;
    final String item;
    BigInteger amount;
    final List<Part> split = new ArrayList<>();

    Escrow(int asset, String item, BigInteger amount) {
      this.asset = asset;
      this.item = item;
      this.amount = amount;
    }
  }

  private record Part(String account, BigInteger weight) {}

  private static final class Pool {
    final Map<Integer, BigInteger> reserves = new TreeMap<>();
    final Map<String, BigInteger> shares = new TreeMap<>();
  }

  /**
   * Books one outcome.
   *
   * @param outcome its published bytes
   * @throws AuditException if somebody would hold less than nothing, or an operation is none
   */
  public void book(byte[] outcome) {
    OutcomeBytes in = OutcomeBytes.operationsOf(outcome);
    while (!in.isAtEnd()) {
      operation(in.u8(), in);
    }
  }

  private void operation(int code, OutcomeBytes in) {
    switch (code) {
      case 1 -> transfer(in.hex(20), in.hex(20), in.u8(), in);
      case 2 -> mint(in.hex(20), in.u8(), in);
      case 3 -> open(in.hex(32), in.hex(20), in.u8(), in);
      case 4 -> lock(in.hex(32), in.hex(20), in.u64());
      case 5 -> release(in.hex(32), in.hex(20), in.u64());
      case 6 -> split(escrow(in.hex(32)), in);
      case 7 -> pools.put(in.hex(32), new Pool());
      case 8 -> addToPool(in.hex(32), in.hex(20), in.u8(), in.u64());
      case 9 -> payFromPool(in.hex(32), in.hex(20), in.u8(), in.u64());
      case 10 -> shares(in.hex(32), in.hex(20), in.u64());
      case 11 -> shares(in.hex(32), in.hex(20), in.u64().negate());
      case 12 -> deposit(in.hex(20), in.u8(), in);
      case 13 -> withdraw(in.hex(20), in.u8(), in);
      case 14 -> fee(in.hex(20), in.hex(20), in.u8(), in.u64());
      default -> throw new AuditException("operation: expected 1 to 14, actual " + code);
    }
  }

  private void mint(String to, int asset, OutcomeBytes in) {
    String key = asset + "/" + in.hex(32);
    if (owners.put(key, to) != null) {
      throw new AuditException("item " + key + " was minted twice");
    }
    add(deposited, asset, BigInteger.ONE);
  }

  private void transfer(String from, String to, int asset, OutcomeBytes in) {
    if (collections.contains(asset)) {
      moveItem(asset + "/" + in.hex(32), from, to);
    } else {
      BigInteger quanta = in.u64();
      move(from, asset, quanta.negate());
      move(to, asset, quanta);
    }
  }

  private void open(String id, String from, int asset, OutcomeBytes in) {
    Escrow escrow;
    if (collections.contains(asset)) {
      String item = in.hex(32);
      moveItem(asset + "/" + item, from, id);
      escrow = new Escrow(asset, item, BigInteger.ONE);
    } else {
      escrow = new Escrow(asset, "", in.u64());
      move(from, asset, escrow.amount.negate());
    }
    in.u64(); // its end
    escrows.put(id, escrow);
    split(escrow, in);
  }

  private void lock(String id, String from, BigInteger quanta) {
    Escrow escrow = escrow(id);
    move(from, escrow.asset, quanta.negate());
    escrow.amount = escrow.amount.add(quanta);
  }

  private void release(String id, String to, BigInteger quanta) {
    Escrow escrow = escrow(id);
    escrow.amount = notNegative(escrow.amount.subtract(quanta), "escrow " + id);
    if (escrow.item.isEmpty()) {
      move(to, escrow.asset, quanta);
    } else {
      moveItem(escrow.asset + "/" + escrow.item, id, to);
    }
    if (escrow.amount.signum() == 0) {
      escrows.remove(id);
    }
  }

  private static void split(Escrow escrow, OutcomeBytes in) {
    escrow.split.clear();
    for (int left = in.u8(); left > 0; left--) {
      escrow.split.add(new Part(in.hex(20), in.u64()));
    }
  }

  private void addToPool(String id, String from, int asset, BigInteger quanta) {
    move(from, asset, quanta.negate());
    pool(id).reserves.merge(asset, quanta, BigInteger::add);
  }

  private void payFromPool(String id, String to, int asset, BigInteger quanta) {
    Pool pool = pool(id);
    BigInteger rest = pool.reserves.getOrDefault(asset, BigInteger.ZERO).subtract(quanta);
    pool.reserves.put(asset, notNegative(rest, "pool " + id));
    move(to, asset, quanta);
  }

  private void shares(String id, String account, BigInteger change) {
    Pool pool = pool(id);
    BigInteger rest = pool.shares.getOrDefault(account, BigInteger.ZERO).add(change);
    pool.shares.put(account, notNegative(rest, "shares of " + account));
  }

  private void deposit(String to, int asset, OutcomeBytes in) {
    if (collections.contains(asset)) {
      owners.put(asset + "/" + in.hex(32), to);
      add(deposited, asset, BigInteger.ONE);
    } else {
      BigInteger quanta = in.u64();
      move(to, asset, quanta);
      add(deposited, asset, quanta);
    }
  }

  private void withdraw(String from, int asset, OutcomeBytes in) {
    if (collections.contains(asset)) {
      moveItem(asset + "/" + in.hex(32), from, "");
      withdrawn(from, asset, BigInteger.ONE);
    } else {
      BigInteger quanta = in.u64();
      move(from, asset, quanta.negate());
      withdrawn(from, asset, quanta);
    }
  }

  private void withdrawn(String from, int asset, BigInteger quanta) {
    add(withdrawn, asset, quanta);
    withdrawnBy.merge(from + "/" + asset, quanta, BigInteger::add);
  }

  private void fee(String payer, String to, int asset, BigInteger quanta) {
    move(payer, asset, quanta.negate());
    move(to, asset, quanta);
  }

  private void move(String account, int asset, BigInteger change) {
    String key = account + "/" + asset;
    BigInteger now = balances.getOrDefault(key, BigInteger.ZERO).add(change);
    balances.put(key, notNegative(now, "balance of " + key));
  }

  private void moveItem(String item, String from, String to) {
    String owner = owners.get(item);
    if (!from.equals(owner)) {
      throw new AuditException("item " + item + ": expected owner " + from + ", actual " + owner);
    }
    if (to.isEmpty()) {
      owners.remove(item);
    } else {
      owners.put(item, to);
    }
  }

  private Escrow escrow(String id) {
    Escrow escrow = escrows.get(id);
    if (escrow == null) {
      throw new AuditException("escrow " + id + " is not open");
    }
    return escrow;
  }

  private Pool pool(String id) {
    Pool pool = pools.get(id);
    if (pool == null) {
      throw new AuditException("pool " + id + " was never opened");
    }
    return pool;
  }

  private static void add(Map<Integer, BigInteger> sums, int asset, BigInteger quanta) {
    sums.merge(asset, quanta, BigInteger::add);
  }

  private static BigInteger notNegative(BigInteger value, String what) {
    if (value.signum() < 0) {
      throw new AuditException(what + ": expected at least 0, actual " + value);
    }
    return value;
  }

  /** The free balance of an account. */
  public BigInteger balance(String account, int asset) {
    return balances.getOrDefault(account + "/" + asset, BigInteger.ZERO);
  }

  /** All that ever came in. */
  public BigInteger deposited(int asset) {
    return deposited.getOrDefault(asset, BigInteger.ZERO);
  }

  /** All that ever left by withdrawals. */
  public BigInteger withdrawn(int asset) {
    return withdrawn.getOrDefault(asset, BigInteger.ZERO);
  }

  /** All that ever left by withdrawals of an account. */
  public BigInteger withdrawn(String account, int asset) {
    return withdrawnBy.getOrDefault(account + "/" + asset, BigInteger.ZERO);
  }

  /** All that somebody holds now: balances, escrows, pools and items. */
  public BigInteger claims(int asset) {
    BigInteger sum = BigInteger.ZERO;
    for (Map.Entry<String, BigInteger> entry : balances.entrySet()) {
      sum = entry.getKey().endsWith("/" + asset) ? sum.add(entry.getValue()) : sum;
    }
    for (Escrow escrow : escrows.values()) {
      sum = escrow.asset == asset && escrow.item.isEmpty() ? sum.add(escrow.amount) : sum;
    }
    for (Pool pool : pools.values()) {
      sum = sum.add(pool.reserves.getOrDefault(asset, BigInteger.ZERO));
    }
    for (String item : owners.keySet()) {
      sum = item.startsWith(asset + "/") ? sum.add(BigInteger.ONE) : sum;
    }
    return sum;
  }

  /**
   * What an account would leave with if the chain froze now: its balance, its part of every escrow
   * by the default split, its floor of every pool it has shares of.
   */
  public BigInteger entitlement(String account, int asset) {
    BigInteger sum = balance(account, asset);
    for (Escrow escrow : escrows.values()) {
      if (escrow.asset == asset && escrow.item.isEmpty()) {
        sum = sum.add(part(escrow, account));
      }
    }
    for (Pool pool : pools.values()) {
      sum = sum.add(part(pool, account, asset));
    }
    return sum;
  }

  private static BigInteger part(Escrow escrow, String account) {
    BigInteger weights = BigInteger.ZERO;
    for (Part part : escrow.split) {
      weights = weights.add(part.weight);
    }
    BigInteger rest = escrow.amount;
    BigInteger mine = BigInteger.ZERO;
    for (Part part : escrow.split) {
      BigInteger quanta = escrow.amount.multiply(part.weight).divide(weights);
      rest = rest.subtract(quanta);
      mine = part.account.equals(account) ? quanta : mine;
    }
    return escrow.split.get(0).account.equals(account) ? mine.add(rest) : mine;
  }

  private static BigInteger part(Pool pool, String account, int asset) {
    BigInteger total = BigInteger.ZERO;
    for (BigInteger shares : pool.shares.values()) {
      total = total.add(shares);
    }
    BigInteger mine = pool.shares.getOrDefault(account, BigInteger.ZERO);
    BigInteger reserve = pool.reserves.getOrDefault(asset, BigInteger.ZERO);
    return total.signum() == 0 ? BigInteger.ZERO : reserve.multiply(mine).divide(total);
  }

  /**
   * Checks that claims are what came in less what left.
   *
   * @throws AuditException naming the asset
   */
  public void check(int asset) {
    BigInteger expected = deposited(asset).subtract(withdrawn(asset));
    if (!expected.equals(claims(asset))) {
      throw new AuditException(
          "asset " + asset + ": expected claims of " + expected + ", actual " + claims(asset));
    }
  }
}
