package io.frond.exits.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.batch.BatchHeader;
import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import io.frond.core.chain.Domain;
import io.frond.core.hash.HashSuite;
import io.frond.core.inbox.ExitSelector;
import io.frond.core.ledger.Claim;
import io.frond.core.parent.ParentBlock;
import io.frond.core.parent.ParentBlocks;
import io.frond.core.proof.BlockVerifier;
import io.frond.core.proof.Verdict;
import io.frond.core.state.StateRoot;
import io.frond.exits.bank.Bank;
import io.frond.exits.bank.StoredBank;
import io.frond.exits.model.NaiveLedger;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.store.JournaledStore;
import io.frond.exits.store.MemoryStore;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A settlement with people around it. Blocks of the chain are not executed: the first byte of a
 * block's data says whether it is a fraud (1) or not, and a witness that begins with 9 is rejected.
 */
public final class World {
  public static final HashSuite SUITE = HashSuite.sha256();
  public static final Account CUSTODIAN = account(0x0c);
  public static final Account OPERATOR = account(0x01);
  public static final Account OUTSIDER = account(0x02);
  public static final Account ALICE = account(0x0a);
  public static final Account BOB = account(0x0b);
  public static final AssetId GOLD = AssetId.named("GOLD");
  public static final AssetId SILVER = AssetId.named("SILVER");
  public static final AssetId RELIC = AssetId.named("RELIC");
  public static final AssetId BORN = AssetId.named("BORN");
  public static final AssetId NATIVE = AssetId.named("NATIVE");
  public static final Assets ASSETS =
      Assets.of(
          Asset.fungible(0, GOLD, "GOLD", 2),
          new Asset(3, SILVER, Asset.Kind.FUNGIBLE, "SLV", 0, BigInteger.TEN),
          Asset.collection(7, RELIC, "RELIC"),
          new Asset(9, BORN, Asset.Kind.CHAIN_BORN_COLLECTION, "BORN", 0, BigInteger.ONE));
  public static final BatchHeader.Rules RULES =
      new BatchHeader.Rules(Bytes32.repeat((byte) 0x51), Bytes32.repeat((byte) 0x52));
  public static final StateRoot GENESIS =
      new StateRoot(Bytes32.ZERO, Bytes32.repeat((byte) 0x61), Bytes32.repeat((byte) 0x62));
  public static final Domain DOMAIN =
      new Domain(7, CUSTODIAN, List.of(Bytes32.repeat((byte) 1)), GENESIS.genesisHash(SUITE));
  public static final Bytes32 DOMAIN_HASH = DOMAIN.hash(SUITE);
  static final Bytes32 MODULE_ROOT = Bytes32.repeat((byte) 0x63);
  static final Bytes32 META_ROOT = Bytes32.repeat((byte) 0x64);
  public static final long BASE_FEE = 2;
  public static final long BOND = 101;
  public static final long ANY_FEE = Long.MAX_VALUE;
  public static final SettlementConfig CONFIG = config(SettlementParams.IN_PROCESS);

  public static final BlockVerifier BY_FIRST_BYTE =
      (dispute, records) -> {
        if (!dispute.witness().isEmpty() && dispute.witness().get(0) == 9) {
          return new Verdict.WitnessRejected("begins with 9");
        }
        boolean isFraud = !dispute.blockData().isEmpty() && dispute.blockData().get(0) == 1;
        return isFraud ? new Verdict.Fraud(Verdict.FraudKind.ROOT) : new Verdict.Valid();
      };

  /** Blocks whose hash is their height. */
  public static final class Blocks implements ParentBlocks {
    private final World world;

    Blocks(World world) {
      this.world = world;
    }

    @Override
    public ParentBlock head() {
      return block(world.now - 1);
    }

    @Override
    public Optional<ParentBlock> at(long height) {
      return height < 0 || height >= world.now ? Optional.empty() : Optional.of(block(height));
    }

    static ParentBlock block(long height) {
      return new ParentBlock(height, blockHash(height), height * 12_000);
    }
  }

  public final JournaledStore store = new JournaledStore(new MemoryStore());
  public final StoredBank bank = new StoredBank(store);
  public final Settlement settlement;
  public long now = 1;
  private final Blocks blocks = new Blocks(this);

  public World() {
    this(CONFIG);
  }

  public World(SettlementConfig config) {
    this(config, bank -> bank);
  }

  World(SettlementConfig config, UnaryOperator<Bank> bankOf) {
    settlement = Settlement.open(config, store, bankOf.apply(bank), BY_FIRST_BYTE);
    for (Account account : List.of(OPERATOR, OUTSIDER, ALICE, BOB)) {
      for (AssetId asset : List.of(GOLD, SILVER, NATIVE)) {
        bank.setBalance(account, asset, BigInteger.valueOf(1_000_000));
      }
    }
    ok(OPERATOR, new SettlementCall.PostFunds(100_000));
    ok(OUTSIDER, new SettlementCall.PostFunds(100_000));
  }

  public static SettlementConfig config(SettlementParams params) {
    return new SettlementConfig(
        SUITE,
        DOMAIN,
        GENESIS,
        RULES,
        ASSETS,
        params,
        new Money(NATIVE, BigInteger.ONE, BASE_FEE, BOND),
        OPERATOR);
  }

  public static Account account(int id) {
    return Account.ofWords(0, 0, id);
  }

  public static Bytes32 blockHash(long height) {
    return Bytes32.leftPad(Bytes.ofUnsignedLong(height + 1));
  }

  public SettlementView view() {
    return settlement.view();
  }

  public CallResult call(Account caller, SettlementCall call) {
    return settlement.call(call.encode(), new CallContext(caller, now, blocks));
  }

  CallResult callBytes(Account caller, Bytes call) {
    return settlement.call(call, new CallContext(caller, now, blocks));
  }

  List<SettlementEvent> ok(Account caller, SettlementCall call) {
    return call(caller, call)
        .fold(
            CallResult.Done::events,
            refused -> {
              throw new AssertionError("refused: " + refused.error());
            });
  }

  SettlementError refused(Account caller, SettlementCall call, Rule rule) {
    int before = store.mark();
    CallResult result = call(caller, call);
    assertThat(result).as(String.valueOf(result)).isInstanceOf(CallResult.Refused.class);
    SettlementError error = ((CallResult.Refused) result).error();
    assertThat(error.rule()).as(error.toString()).isEqualTo(rule);
    assertThat(store.mark()).as("a refused call has no effect").isEqualTo(before);
    return error;
  }

  void deposit(Account account, AssetId asset, long quanta) {
    ok(account, new SettlementCall.Deposit(asset, Bytes32.ZERO, quanta, account, ANY_FEE));
  }

  void forceExit(Account account) {
    ok(account, new SettlementCall.ForceExit(account, ExitSelector.all(), ANY_FEE));
  }

  public BatchDraft draft() {
    return new BatchDraft(view(), now);
  }

  /** Commits the draft by the operator; gives the hash. */
  Bytes32 commit(BatchDraft draft) {
    return commit(OPERATOR, draft);
  }

  Bytes32 commit(Account proposer, BatchDraft draft) {
    ok(proposer, draft.call());
    return draft.build().header().hash(SUITE);
  }

  /** Makes a state with these claims final. */
  NaiveLedger finalClaims(Claim... claims) {
    NaiveLedger ledger = new NaiveLedger(List.of(claims));
    BatchDraft draft = draft();
    draft.post = new StateRoot(ledger.root(), MODULE_ROOT, META_ROOT);
    commit(draft);
    finalizeAll();
    return ledger;
  }

  /** Waits for the window of everything committed so far and makes it final. */
  void finalizeAll() {
    now += CONFIG.params().deadlines().window();
    ok(BOB, new SettlementCall.FinalizeThrough(view().status(now).batches().lastCommitted()));
  }

  /** Lets the first entry wait until the chain is frozen and sealed. */
  void freezeAndSeal() {
    forceExit(OUTSIDER);
    now = view().entry(view().status(now).inbox().committedTo()).orElseThrow().freezeAt();
    ok(BOB, new SettlementCall.Freeze());
    ok(BOB, new SettlementCall.Seal());
  }
}
