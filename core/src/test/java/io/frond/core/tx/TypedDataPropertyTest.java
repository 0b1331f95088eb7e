package io.frond.core.tx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.tuweni.bytes.Bytes;

class TypedDataPropertyTest {
  @Provide
  Arbitrary<SignedTransaction> signed() {
    return TransactionArbitraries.signed();
  }

  @Property(tries = 300)
  void aWalletComputesTheDigestFromItsJsonAlone(
      @ForAll("signed") SignedTransaction signed, @ForAll long seed) {
    TypedData typed =
        Chains.RULES.typedData(withKnownCommands(signed.transaction(), new Random(seed)));
    assertThat(Eip712Reference.digest(typed.json())).isEqualTo(typed.digest());
  }

  /** Two transactions are signed alike only if they are the same but for how they authorise. */
  @Property(tries = 300)
  void anotherTransactionHasAnotherDigest(
      @ForAll("signed") SignedTransaction one,
      @ForAll("signed") SignedTransaction other,
      @ForAll long seed) {
    Transaction left = withKnownCommands(one.transaction(), new Random(seed));
    Transaction right =
        new Transaction(
            left.sender(),
            left.authorisation(),
            other.transaction().nonce(),
            left.validUntilMs(),
            left.limits(),
            other.transaction().fee(),
            other.transaction().spends(),
            left.commands());
    assertThat(Chains.RULES.typedData(left).digest().equals(Chains.RULES.typedData(right).digest()))
        .isEqualTo(left.equals(right));
  }

  private static Transaction withKnownCommands(Transaction transaction, Random random) {
    List<Command> commands = new ArrayList<>();
    for (Command ignored : transaction.commands().commands()) {
      commands.add(nextCommand(random));
    }
    return new Transaction(
        transaction.sender(),
        transaction.authorisation(),
        transaction.nonce(),
        transaction.validUntilMs(),
        transaction.limits(),
        transaction.fee(),
        transaction.spends(),
        new CommandList(transaction.commands().allOrNone(), commands));
  }

  private static Command nextCommand(Random random) {
    Chains.Clock clock = new Chains.Clock(random.nextInt(), random.nextInt());
    return switch (random.nextInt(4)) {
      case 0 -> Chains.CATALOG.encode("hill", new Chains.Climb(random.nextLong()));
      case 1 ->
          Chains.CATALOG.encode("chess", new Chains.Open(Chains.GEM, random.nextLong(), clock));
      case 2 ->
          Chains.CATALOG.encode("chess", new Chains.Move(1, "e\u00e9\n\"" + random.nextInt()));
      default ->
          Chains.CATALOG.encode(
              "chess",
              new Chains.Note(
                  List.of(Chains.ALICE, Chains.BOB).subList(0, random.nextInt(3)),
                  random.nextBoolean() ? Optional.of(clock) : Optional.empty(),
                  Bytes.random(random.nextInt(70), random),
                  random.nextBoolean() ? Chains.Colour.WHITE : Chains.Colour.BLACK,
                  random.nextBoolean()));
    };
  }
}
