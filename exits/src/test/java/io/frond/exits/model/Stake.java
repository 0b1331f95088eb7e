package io.frond.exits.model;

import java.math.BigInteger;
import java.util.List;

/** A claim, naively. Assets: 0 gold (index 0), 1 silver (index 3), 2 relics, 3 born items. */
public sealed interface Stake {
  record Balances(int account, long gold, long silver) implements Stake {}

  record Item(int asset, int item, int owner) implements Stake {}

  record Share(int account, long shares, long total, long gold, long silver) implements Stake {}

  record Escrow(int id, int asset, int item, long amount, List<Part> parts) implements Stake {
    private Payment part(int index) {
      if (index < 0 || index >= parts.size()) {
        return new Payment(0, asset, 0, item);
      }
      long sum = parts.stream().mapToLong(Part::weight).sum();
      long own = floor(amount, parts.get(index).weight, sum);
      long rest = amount - parts.stream().mapToLong(p -> floor(amount, p.weight, sum)).sum();
      return new Payment(parts.get(index).account, asset, index == 0 ? own + rest : own, item);
    }
  }

  record Residual(int asset, int account, long amount) implements Stake {}

  record Part(int account, long weight) {}

  /** Who gets how much of what. */
  record Payment(int account, int asset, long amount, int item) {}

  /** What an index pays; nothing if the amount is 0. The asset -1 is none that is declared. */
  default Payment at(int index) {
    if (this instanceof Balances b) {
      int asset = assetOf(index);
      return new Payment(b.account, asset, asset == 0 ? b.gold : b.silver, 0);
    }
    if (this instanceof Share s) {
      int asset = assetOf(index);
      return new Payment(
          s.account, asset, floor(asset == 0 ? s.gold : s.silver, s.shares, s.total), 0);
    }
    if (this instanceof Escrow e) {
      return e.part(index);
    }
    if (this instanceof Item i) {
      return new Payment(i.owner, i.asset, index == 0 ? 1 : 0, i.item);
    }
    Residual r = (Residual) this;
    return new Payment(r.account, r.asset, index == 0 ? r.amount : 0, 0);
  }

  private static int assetOf(int index) {
    return index == 0 ? 0 : index == 3 ? 1 : -1;
  }

  private static long floor(long amount, long part, long whole) {
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(part))
        .divide(BigInteger.valueOf(whole))
        .longValueExact();
  }
}
