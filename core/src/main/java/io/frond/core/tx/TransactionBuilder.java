package io.frond.core.tx;

import io.frond.core.chain.Asset;
import io.frond.core.fee.Usage;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * Puts a transaction together on the client's side, for its owner's key. Can be built from again
 * and again; not safe for several threads.
 *
 * <pre>{@code
 * Bytes wire = TransactionBuilder.of(rules)
 *     .command("chess", new Move(board, "e2e4"))
 *     .ordered(0, 7)
 *     .validUntilMs(now + 60_000)
 *     .spend(GOLD, 100)
 *     .sign(key);
 * }</pre>
 */
public final class TransactionBuilder {
  /** Resources enough for a usual command. */
  public static final Usage DEFAULT_LIMITS =
      new Usage(2_000_000, 1 << 16, Transaction.MAX_BYTES, 0);

  private final TransactionRules rules;
  private final List<Command> commands = new ArrayList<>();
  private final TreeSet<SpendLimit> spends = new TreeSet<>();
  private boolean allOrNone = true;
  private Usage limits = DEFAULT_LIMITS;
  private FeeOffer fee = FeeOffer.NONE;
  private @Nullable Nonce nonce;
  private long validUntilMs = -1;

  private TransactionBuilder(TransactionRules rules) {
    this.rules = rules;
  }

  /** A transaction of this chain, of which nothing is said yet. */
  public static TransactionBuilder of(TransactionRules rules) {
    return new TransactionBuilder(rules);
  }

  /**
   * Adds a command.
   *
   * @throws IllegalArgumentException if the module has no such command
   */
  public TransactionBuilder command(String module, Object command) {
    commands.add(rules.catalog().encode(module, command));
    return this;
  }

  /** Lets each command stand or fail on its own; for several commands. */
  public TransactionBuilder eachOnItsOwn() {
    allOrNone = false;
    return this;
  }

  /** The next number of a lane. */
  public TransactionBuilder ordered(int lane, long sequence) {
    return nonce(new Nonce.Ordered(lane, sequence));
  }

  /** The next number of the counter for the inbox: for a transaction that is forced in. */
  public TransactionBuilder forced(long sequence) {
    return nonce(new Nonce.Forced(sequence));
  }

  /** Any kind of nonce. */
  public TransactionBuilder nonce(Nonce nonce) {
    this.nonce = nonce;
    return this;
  }

  /** Runs only in a block of an earlier time. */
  public TransactionBuilder validUntilMs(long validUntilMs) {
    this.validUntilMs = validUntilMs;
    return this;
  }

  /** The most of each resource; {@link #DEFAULT_LIMITS} if nothing is said. */
  public TransactionBuilder limits(Usage limits) {
    this.limits = limits;
    return this;
  }

  /** What it may cost, and whom; nothing if nothing is said. */
  public TransactionBuilder fee(FeeOffer fee) {
    this.fee = fee;
    return this;
  }

  /**
   * The most that the transaction may take from its sender of one asset. Said again, it replaces
   * what was said before; 0 takes it back.
   *
   * @throws IllegalArgumentException if the chain declares no such fungible asset
   */
  public TransactionBuilder spend(AssetId asset, long quanta) {
    int index = indexOf(asset, true);
    spends.removeIf(spend -> spend.assetIndex() == index);
    if (quanta != 0) {
      spends.add(new SpendLimit.Quanta(index, quanta));
    }
    return this;
  }

  /**
   * An item that the transaction may take from its sender.
   *
   * @throws IllegalArgumentException if the chain declares no such collection
   */
  public TransactionBuilder spendItem(AssetId collection, Bytes32 item) {
    spends.add(new SpendLimit.Item(indexOf(collection, false), item));
    return this;
  }

  /**
   * The transaction of this sender.
   *
   * @throws IllegalStateException naming all that has not been said
   */
  public Transaction build(Account sender) {
    List<String> missing = new ArrayList<>();
    if (commands.isEmpty()) {
      missing.add("command");
    }
    if (validUntilMs < 0) {
      missing.add("validUntilMs");
    }
    Nonce chosen = nonce;
    if (chosen == null) {
      missing.add("nonce");
    }
    if (chosen == null || !missing.isEmpty()) {
      throw new IllegalStateException("transaction: still to be said " + missing);
    }
    return new Transaction(
        sender,
        Authorisation.OWNER,
        chosen,
        validUntilMs,
        limits,
        fee,
        List.copyOf(spends),
        new CommandList(allOrNone, commands));
  }

  /**
   * The wire form of the transaction, signed for its owner.
   *
   * @throws IllegalStateException naming all that has not been said
   */
  public Bytes sign(Signer owner) {
    Transaction transaction = build(owner.address());
    Bytes32 digest = rules.typedData(transaction).digest();
    return rules.format().encode(SignedTransaction.of(transaction, owner.sign(digest)));
  }

  private int indexOf(AssetId id, boolean fungible) {
    return rules
        .assets()
        .find(id)
        .filter(asset -> asset.isFungible() == fungible)
        .map(Asset::index)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "spend: expected a declared "
                        + (fungible ? "fungible asset" : "collection")
                        + ", actual "
                        + id));
  }
}
