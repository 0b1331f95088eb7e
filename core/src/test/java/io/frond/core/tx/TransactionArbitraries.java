package io.frond.core.tx;

import io.frond.core.fee.Usage;
import io.frond.vm.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** Signed transactions of every shape, drawn from a seed. */
final class TransactionArbitraries {
  private final Random random;

  private TransactionArbitraries(long seed) {
    random = new Random(seed);
  }

  static Arbitrary<SignedTransaction> signed() {
    return Arbitraries.longs().map(seed -> new TransactionArbitraries(seed).nextSigned());
  }

  private SignedTransaction nextSigned() {
    FeeOffer fee = nextFee();
    Transaction transaction =
        new Transaction(
            account(random.nextInt(5)),
            nextAuthorisation(),
            nextNonce(),
            number(),
            new Usage(limit(), limit(), limit(), limit()),
            fee,
            nextSpends(),
            nextCommands());
    Optional<Signature> approval =
        fee.payer() instanceof Payer.Sponsor ? Optional.of(nextSignature()) : Optional.empty();
    return new SignedTransaction(transaction, nextSignature(), approval);
  }

  private FeeOffer nextFee() {
    long maxFee = number();
    long tip = maxFee == 0 || random.nextBoolean() ? 0 : 1 + Math.floorMod(number(), maxFee);
    return switch (random.nextInt(4)) {
      case 0 -> new FeeOffer(Payer.SELF, maxFee, tip);
      case 1 -> new FeeOffer(new Payer.Sponsor(account(7), number()), maxFee, tip);
      case 2 -> new FeeOffer(new Payer.Vault(number()), maxFee, tip);
      default -> new FeeOffer(Payer.QUOTA_ONLY, 0, 0);
    };
  }

  private Authorisation nextAuthorisation() {
    return switch (random.nextInt(3)) {
      case 0 -> Authorisation.OWNER;
      case 1 -> new Authorisation.Session(Math.max(1, number()));
      default -> Authorisation.PASSKEY;
    };
  }

  private Nonce nextNonce() {
    return switch (random.nextInt(3)) {
      case 0 -> new Nonce.Ordered(random.nextInt(Nonce.MAX_LANES_WITH_SEAT), number());
      case 1 -> new Nonce.Expiring(number());
      default -> new Nonce.Forced(number());
    };
  }

  private List<SpendLimit> nextSpends() {
    TreeSet<SpendLimit> spends = new TreeSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      switch (random.nextInt(3)) {
        case 0 -> spends.add(new SpendLimit.Quanta(0, Math.max(1, number())));
        case 1 -> spends.add(new SpendLimit.Item(3, Bytes32.random(random)));
        default -> spends.add(new SpendLimit.Quanta(200, Math.max(1, number())));
      }
    }
    return new ArrayList<>(spends);
  }

  private CommandList nextCommands() {
    int count = random.nextInt(4) == 0 ? 1 + random.nextInt(CommandList.MAX_COMMANDS) : 1;
    List<Command> commands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int type = random.nextInt(Command.MAX_WIRE_TYPE + 1);
      commands.add(new Command(type, Bytes.random(random.nextInt(40), random)));
    }
    return new CommandList(count == 1 || random.nextBoolean(), commands);
  }

  private Signature nextSignature() {
    return switch (random.nextInt(3)) {
      case 0 -> new Signature.Secp256k1(Bytes.random(64, random));
      case 1 -> new Signature.Ed25519(Bytes.random(64, random));
      default ->
          new Signature.P256(
              Bytes.random(random.nextInt(50), random),
              Bytes.random(random.nextInt(200), random),
              Bytes.random(64, random));
    };
  }

  private static Account account(int number) {
    return Account.ofWords(number * 31L, number, number);
  }

  private long number() {
    return random.nextLong() >>> (1 + random.nextInt(63));
  }

  private long limit() {
    return number() & (Usage.MAX - 1);
  }
}
