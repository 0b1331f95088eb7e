package io.frond.vm;

import java.util.ArrayList;
import java.util.List;

/**
 * Who gets which part of an escrow: distinct accounts in ascending order, each with a weight. A
 * part is {@code floor(amount * weight / sum of weights)}; what rounding leaves goes to the first
 * account.
 *
 * @param parts 1 to {@value #MAX_PARTS}, accounts ascending, weights above 0, their sum below 2^63
 */
public record Split(List<Part> parts) {
  /** The most accounts of a split. */
  public static final int MAX_PARTS = 16;

  /**
   * One account's part.
   *
   * @param account who gets it
   * @param weight its weight, above 0
   */
  public record Part(Account account, long weight) {}

  /**
   * A split of parts that are already in order.
   *
   * @throws IllegalArgumentException if the parts are not as described at {@link #parts}
   */
  public Split {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || parts.size() > MAX_PARTS) {
      throw new IllegalArgumentException("split: expected 1 to 16 parts, actual " + parts.size());
    }
    long sum = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.weight() < 1) {
        throw new IllegalArgumentException(
            "split: expected a weight above 0, actual " + part.weight());
      }
      if (i > 0 && parts.get(i - 1).account().compareTo(part.account()) >= 0) {
        throw new IllegalArgumentException("split: expected distinct accounts in ascending order");
      }
      sum += part.weight();
      if (sum < 0) {
        throw new IllegalArgumentException("split: expected weights that sum below 2^63");
      }
    }
  }

  /** Everything to one account. */
  public static Split to(Account account) {
    return new Split(List.of(new Part(account, 1)));
  }

  /** Equal parts; an account that is named twice has two. */
  public static Split evenly(Account... accounts) {
    List<Account> sorted = new ArrayList<>(List.of(accounts));
    sorted.sort(null);
    List<Part> parts = new ArrayList<>();
    for (Account account : sorted) {
      int last = parts.size() - 1;
      if (last >= 0 && parts.get(last).account().equals(account)) {
        parts.set(last, new Part(account, parts.get(last).weight() + 1));
      } else {
        parts.add(new Part(account, 1));
      }
    }
    return new Split(parts);
  }
}
