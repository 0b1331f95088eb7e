package io.frond.examples.hill;

import static io.frond.examples.hill.Assets.GOLD;

import io.frond.core.admission.TransactionResult;
import io.frond.core.outcome.Status;
import io.frond.examples.hill.KingOfTheHill.Climb;
import io.frond.testkit.DevChain;
import io.frond.testkit.Spend;
import io.frond.testkit.Wallet;
import io.frond.vm.Account;
import java.io.PrintStream;
import java.util.List;

/**
 * The program behind {@code examples/run king-of-the-hill}: a few climbs, then everybody leaves.
 */
public final class HillExample {
  private static final long PURSE = 100;

  private final PrintStream out;
  private final DevChain chain;
  private final List<Wallet> climbers;

  private HillExample(PrintStream out, DevChain chain) {
    this.out = out;
    this.chain = chain;
    this.climbers = List.of(chain.wallet("Ada"), chain.wallet("Ben"), chain.wallet("Cleo"));
  }

  /** Runs the program. */
  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    try (DevChain chain = DevChain.of(new KingOfTheHill(), GOLD)) {
      new HillExample(out, chain).play();
    }
  }

  private void play() {
    climbers.forEach(climber -> chain.enqueueDeposit(climber, GOLD, PURSE));
    chain.mine(2);
    out.println("Ada, Ben and Cleo bring " + PURSE + " GOLD each.");
    climb(climbers.get(0), 1);
    climb(climbers.get(1), 2);
    climb(climbers.get(2), 3);
    climb(climbers.get(2), 4);
    climb(climbers.get(0), 8);
    out.println("The king is " + nameOf(chain.query(KingOfTheHill.KING::get)) + ".");
    climbers.forEach(this::withdraw);
    climbers.forEach(this::claim);
  }

  private void climb(Wallet climber, long bid) {
    TransactionResult.Included result = chain.send(climber, new Climb(bid), Spend.of(GOLD, bid));
    out.printf(
        "block %d: %s bids %d: %s%n",
        result.receipt().receipt().place().block(),
        climber.name(),
        bid,
        result.outcome().status() instanceof Status.Reverted reverted
            ? "refused, " + reverted.message()
            : "is king");
  }

  private void withdraw(Wallet climber) {
    var unused = chain.withdraw(climber, GOLD, chain.balance(climber, GOLD));
  }

  private void claim(Wallet climber) {
    long paid = chain.claim(climber, GOLD);
    out.println(
        climber.name() + " claims " + paid + " GOLD in parent block " + chain.parent().now());
  }

  private String nameOf(Account account) {
    return climbers.stream()
        .filter(climber -> climber.address().equals(account))
        .map(Wallet::name)
        .findFirst()
        .orElse(account.toString());
  }
}
