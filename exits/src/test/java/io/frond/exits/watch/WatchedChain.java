package io.frond.exits.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.batch.Batch;
import io.frond.core.batch.BatchHeader;
import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import io.frond.core.chain.BlockLimits;
import io.frond.core.chain.ChainParams;
import io.frond.core.chain.Domain;
import io.frond.core.chain.StepPrices;
import io.frond.core.fee.Bill;
import io.frond.core.fee.FeeModel;
import io.frond.core.fee.PricedTransaction;
import io.frond.core.fee.Quote;
import io.frond.core.fee.Usage;
import io.frond.core.hash.HashSuite;
import io.frond.core.hash.TreeKind;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.parent.ParentBlock;
import io.frond.core.parent.SettlementStatus;
import io.frond.core.proof.BlockReexecution;
import io.frond.core.transition.Block;
import io.frond.core.transition.BlockExecution;
import io.frond.core.transition.BlockStart;
import io.frond.core.transition.ChainDefinition;
import io.frond.core.transition.ChainRules;
import io.frond.core.transition.ChainState;
import io.frond.core.transition.ExecutedBlock;
import io.frond.core.transition.Inclusion;
import io.frond.core.transition.NamedModule;
import io.frond.core.transition.StateTransition;
import io.frond.core.tx.KeyPair;
import io.frond.core.tx.SignatureSchemes;
import io.frond.core.tx.SignedTransaction;
import io.frond.core.tx.SigningDomain;
import io.frond.core.tx.TransactionBuilder;
import io.frond.core.tx.TransactionRules;
import io.frond.core.tx.TransactionVerifier;
import io.frond.core.tx.VerifiedTransaction;
import io.frond.exits.parent.LocalParent;
import io.frond.exits.settlement.CallResult;
import io.frond.exits.settlement.Money;
import io.frond.exits.settlement.SettlementCall;
import io.frond.exits.settlement.SettlementConfig;
import io.frond.exits.settlement.SettlementError;
import io.frond.exits.settlement.SettlementEvent;
import io.frond.exits.settlement.SettlementParams;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.Context;
import io.frond.vm.StateView;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A chain with an honest operator, people with keys, and an in-process parent that it settles on.
 */
final class WatchedChain {
  static final HashSuite SUITE = HashSuite.sha256();
  static final AssetId GOLD = AssetId.named("GOLD");
  static final AssetId SILVER = AssetId.named("SILVER");
  static final AssetId RELIC = AssetId.named("RELIC");
  private static final AssetId NATIVE = AssetId.named("NATIVE");
  static final Account OPERATOR = Account.ofWords(0, 0, 1);
  static final Account CHALLENGER = Account.ofWords(0, 0, 2);
  static final long MAX_LAG = SettlementParams.IN_PROCESS.deadlines().maxLag();
  static final long WINDOW = SettlementParams.IN_PROCESS.deadlines().window();
  static final KeyPair ALICE = KeyPair.of(Bytes32.repeat((byte) 0xa1));
  static final KeyPair BOB = KeyPair.of(Bytes32.repeat((byte) 0xb2));
  static final KeyPair CAROL = KeyPair.of(Bytes32.repeat((byte) 0xc3));

  final ChainRules rules = rulesWithCode(0);
  final TransactionRules transactions =
      TransactionRules.of(
          rules.format(), rules.catalog(), SigningDomain.of("Bazaar", rules.domain()));
  final TransactionVerifier verifier =
      TransactionVerifier.of(transactions, SignatureSchemes.secp256k1());
  final BlockReexecution judge = new BlockReexecution(rules, verifier);
  private final StateTransition transition = new StateTransition(verifier);
  private final Map<Account, Long> nonces = new HashMap<>();
  long timeMs = 1_700_000_000_000L;
  final LocalParent parent = LocalParent.inMemory(config(), judge, () -> timeMs);
  ChainState state = ChainState.genesis(rules, 7);
  private List<Batch.BlockData> blocks = new ArrayList<>();
  private Bytes32 preRoot = state.stateRoot();
  private long inboxFrom;

  WatchedChain() {
    for (Account account :
        List.of(OPERATOR, CHALLENGER, ALICE.address(), BOB.address(), CAROL.address())) {
      for (AssetId asset : List.of(GOLD, SILVER, NATIVE)) {
        parent.setBalance(account, asset, BigInteger.valueOf(1_000_000));
      }
    }
    ok(OPERATOR, new SettlementCall.PostFunds(100_000));
    ok(CHALLENGER, new SettlementCall.PostFunds(1_000));
    mine(1);
  }

  /** The rules of this chain if its module had such code. */
  static ChainRules rulesWithCode(int digest) {
    return ChainRules.of(definition(Bytes32.leftPad(Bytes.of(digest))));
  }

  private static ChainDefinition definition(Bytes32 codeDigest) {
    BlockLimits limits = new BlockLimits(4, 4_096, 3, 100_000_000, 25_000_000, 1_000_000, 500);
    Assets assets =
        Assets.of(
            Asset.fungible(0, GOLD, "GOLD", 2),
            Asset.fungible(3, SILVER, "SLV", 0),
            Asset.collection(7, RELIC, "RELIC"),
            new Asset(9, Bazaar.BORN, Asset.Kind.CHAIN_BORN_COLLECTION, "BORN", 0, BigInteger.ONE));
    return new ChainDefinition(
        new ChainDefinition.Place(5, Account.ofWords(0, 0, 0xc0), List.of(Bytes32.ZERO)),
        assets,
        new ChainParams(limits, StepPrices.DEFAULT, 60_000, 50_400, 0, 32, "free", "fcfs"),
        List.of(new NamedModule(Bazaar.NAME, new Bazaar(), codeDigest).minting(Bazaar.BORN)),
        new ChainDefinition.Fees(new Free(), OPERATOR),
        SUITE);
  }

  /** No fees. */
  private static final class Free implements FeeModel {
    @Override
    public String canonicalName() {
      return "free";
    }

    @Override
    public Quote quote(StateView fees, PricedTransaction transaction) {
      return new Quote(0, "free");
    }

    @Override
    public Bill bill(Context fees, Quote quote, Usage used) {
      return Bill.ZERO;
    }
  }

  private SettlementConfig config() {
    ChainDefinition.Place place = rules.definition().place();
    return new SettlementConfig(
        SUITE,
        new Domain(place.rootChainId(), place.settlement(), place.path(), rules.genesisRoot()),
        ChainState.genesis(rules, 0).root(),
        new BatchHeader.Rules(rules.moduleDigest(), rules.paramsHash()),
        rules.definition().assets(),
        SettlementParams.IN_PROCESS,
        new Money(NATIVE, BigInteger.ONE, 2, 100),
        OPERATOR);
  }

  ChainFollower follower() {
    return new ChainFollower(parent, rules, verifier, MAX_LAG, 11);
  }

  void mine(int count) {
    timeMs += 1_000;
    parent.mine(count);
  }

  List<SettlementEvent> ok(Account caller, SettlementCall call) {
    return parent
        .call(caller, call)
        .fold(
            CallResult.Done::events,
            refused -> {
              throw new AssertionError("refused: " + refused.error());
            });
  }

  void refused(Account caller, SettlementCall call, SettlementError.Rule rule) {
    CallResult result = parent.call(caller, call);
    assertThat(result).isInstanceOf(CallResult.Refused.class);
    assertThat(((CallResult.Refused) result).error().rule()).isEqualTo(rule);
  }

  void deposit(KeyPair who, AssetId asset, long quanta) {
    Account account = who.address();
    ok(account, new SettlementCall.Deposit(asset, Bytes32.ZERO, quanta, account, 1_000));
  }

  void depositRelic(KeyPair who, Bytes32 item) {
    Account account = who.address();
    parent.setOwner(RELIC, item, account);
    ok(account, new SettlementCall.Deposit(RELIC, item, 1, account, 1_000));
  }

  SignedTransaction signed(
      KeyPair key, String module, Object command, UnaryOperator<TransactionBuilder> more) {
    long nonce = nonces.merge(key.address(), 1L, Long::sum) - 1;
    TransactionBuilder builder =
        TransactionBuilder.of(transactions)
            .command(module, command)
            .ordered(0, nonce)
            .validUntilMs(timeMs + 1_000_000_000L);
    return transactions.format().decode(more.apply(builder).sign(key));
  }

  SignedTransaction signed(KeyPair key, Bazaar.Deed deed) {
    return signed(key, Bazaar.NAME, deed, same -> same);
  }

  /** Executes a block with the next inbox entries, as many as it may, and these transactions. */
  Block block(SignedTransaction... included) {
    List<InboxEntry> entries =
        parent.inboxEntries(state.head().inbox().next(), 3, 0).stream()
            .map(InboxEntry::decode)
            .toList();
    return block(entries, included);
  }

  Block block(List<InboxEntry> entries, SignedTransaction... included) {
    ParentBlock reference = parent.head();
    Block block =
        new Block(
            state.head().blockNumber() + 1,
            Math.max(timeMs, state.head().timeMs()),
            reference.reference(),
            reference.timeMs(),
            entries.size(),
            List.of(included));
    BlockStart start =
        block.start(parent.settlement().batches().lastCommitted() + 1, blocks.isEmpty());
    BlockExecution execution = transition.begin(state, start);
    entries.forEach(execution::consume);
    for (SignedTransaction transaction : included) {
      Inclusion inclusion = execution.include((VerifiedTransaction) verifier.verify(transaction));
      assertThat(inclusion).isInstanceOf(Inclusion.Included.class);
    }
    ExecutedBlock executed = execution.finish();
    Bytes32 root = execution.commit(executed);
    blocks.add(new Batch.BlockData(root, block.encode(rules.format())));
    return block;
  }

  /** The batch of all blocks since the last one. */
  Batch batch() {
    SettlementStatus status = parent.settlement();
    BatchHeader header =
        new BatchHeader(
            rules.domain(),
            new BatchHeader.Position(
                status.epoch(), status.batches().lastCommitted() + 1, status.batches().lastHash()),
            new BatchHeader.StateRoots(preRoot, state.stateRoot()),
            new BatchHeader.Blocks(
                Batch.blocksRoot(SUITE, blocks), blocks.size(), state.head().blockNumber()),
            new BatchHeader.InboxSpan(
                inboxFrom, state.head().inbox().next(), state.head().inbox().rollingHash()),
            new BatchHeader.Withdrawals(
                state.head().withdrawals().root(SUITE, TreeKind.WITHDRAWALS),
                state.head().withdrawals().count(),
                state.head().totals()),
            state.head().outboxRoot(),
            Batch.dataCommitment(SUITE, blocks),
            state.head().reference(),
            state.head().timeMs(),
            new BatchHeader.Rules(rules.moduleDigest(), rules.paramsHash()));
    return new Batch(header, blocks);
  }

  /** Commits that batch and begins the next. */
  Batch commit() {
    Batch batch = batch();
    commit(batch);
    blocks = new ArrayList<>();
    preRoot = state.stateRoot();
    inboxFrom = state.head().inbox().next();
    return batch;
  }

  void commit(Batch batch) {
    ok(OPERATOR, new SettlementCall.Commit(batch.encode(), Bytes.EMPTY));
    mine(1);
  }

  void finalizeAll() {
    mine((int) WINDOW);
    long last = parent.settlement().batches().lastCommitted();
    ok(CHALLENGER, new SettlementCall.FinalizeThrough(last));
    mine(1);
  }
}
