package io.frond.exits.watch;

import static io.frond.exits.watch.WatchedChain.ALICE;
import static io.frond.exits.watch.WatchedChain.BOB;
import static io.frond.exits.watch.WatchedChain.CHALLENGER;
import static io.frond.exits.watch.WatchedChain.GOLD;
import static io.frond.exits.watch.WatchedChain.SUITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.batch.Batch;
import io.frond.core.batch.BatchHeader;
import io.frond.core.chain.AssetQuanta;
import io.frond.core.chain.ParentReference;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.parent.ParentBlock;
import io.frond.core.proof.Verdict.FraudKind;
import io.frond.core.transition.Block;
import io.frond.core.transition.ProtocolCommand;
import io.frond.core.tx.Signature;
import io.frond.core.tx.SignedTransaction;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.settlement.SettlementEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each way in which a batch can be wrong while the settlement takes it: the follower finds it, and
 * the witness that it makes proves it to the settlement.
 */
class FraudTest {
  private static final int LAST = 2;
  private static final Bytes32 OTHER = Bytes32.repeat((byte) 0x77);
  private final WatchedChain chain = new WatchedChain();
  private final ChainFollower follower = chain.follower();
  private final List<Block> blocks = new ArrayList<>();
  private Batch honest;

  /** Three blocks that consume 2, 3 and 1 of 8 entries. */
  @BeforeEach
  void liveALittle() {
    for (int i = 0; i < 4; i++) {
      chain.deposit(ALICE, GOLD, 10 + i);
      chain.deposit(BOB, GOLD, 20 + i);
    }
    chain.mine(1);
    blocks.add(chain.block(entries(0, 2), chain.signed(BOB, new Bazaar.Visit(false))));
    chain.mine(1);
    ProtocolCommand leave = new ProtocolCommand.Withdraw(GOLD, 3);
    blocks.add(
        chain.block(entries(2, 3), chain.signed(ALICE, "frond", leave, b -> b.spend(GOLD, 3))));
    chain.mine(1);
    blocks.add(
        chain.block(
            entries(5, 1),
            chain.signed(BOB, new Bazaar.Shout(Bytes.of(1))),
            chain.signed(BOB, new Bazaar.Visit(true))));
    honest = chain.batch();
  }

  private List<InboxEntry> entries(int from, int count) {
    return chain.parent.inboxEntries(from, count, 0).stream().map(InboxEntry::decode).toList();
  }

  private Batch with(int index, UnaryOperator<Block> change) {
    Bytes data = change.apply(blocks.get(index)).encode(chain.rules.format());
    return Forgery.withData(honest, index, data);
  }

  private Batch withTransactions(int index, SignedTransaction... transactions) {
    return with(index, block -> Forgery.withTransactions(block, List.of(transactions)));
  }

  /** The batch is found wrong, proved wrong and gone; the honest one in its place is followed. */
  private void isProvenAs(int index, FraudKind kind, Batch forged) {
    Bytes32 before = follower.state().stateRoot();
    chain.commit(forged);
    Finding finding = follower.step();
    assertThat(finding).isInstanceOf(Finding.Fraud.class);
    FraudulentBlock wrong = ((Finding.Fraud) finding).block();
    assertThat(wrong.kind()).isEqualTo(kind);
    assertThat(wrong.index()).isEqualTo(index);
    assertThat(wrong.batchNumber()).isEqualTo(1);
    assertThat(wrong.batchHash()).isEqualTo(forged.header().hash(SUITE));
    assertThat(follower.step()).isSameAs(finding);
    assertThat(follower.state().stateRoot()).isEqualTo(before);
    List<SettlementEvent> events = chain.ok(CHALLENGER, wrong.challenge(SUITE));
    assertThat(events).anyMatch(event -> event instanceof SettlementEvent.Rewound);
    assertThat(follower.step()).isEqualTo(new Finding.UpToDate());
    chain.mine(1);
    honest = chain.batch();
    chain.commit(honest);
    assertThat(follower.step()).isInstanceOf(Finding.Followed.class);
    assertThat(follower.state().root()).isEqualTo(chain.state.root());
  }

  @Test
  void aWrongStateRoot() {
    isProvenAs(1, FraudKind.ROOT, Forgery.withPostRoot(honest, 1, OTHER));
  }

  @Test
  void aWrongStateRootOfTheLastBlock() {
    isProvenAs(LAST, FraudKind.ROOT, Forgery.withPostRoot(honest, LAST, OTHER));
  }

  @Test
  void aTransactionThatIsLeftOut() {
    isProvenAs(
        LAST, FraudKind.ROOT, withTransactions(LAST, blocks.get(LAST).transactions().get(0)));
  }

  @Test
  void aTransactionThatIsReplayed() {
    SignedTransaction used = blocks.get(0).transactions().get(0);
    isProvenAs(1, FraudKind.TRANSACTION, withTransactions(1, used));
  }

  @Test
  void aTransactionThatIsInvalidAfterValidOnes() {
    SignedTransaction first = blocks.get(LAST).transactions().get(0);
    isProvenAs(LAST, FraudKind.TRANSACTION, withTransactions(LAST, first, first));
  }

  @Test
  void aForgedSignature() {
    SignedTransaction mine = blocks.get(1).transactions().get(0);
    Signature other = blocks.get(LAST).transactions().get(0).signature();
    isProvenAs(
        1,
        FraudKind.TRANSACTION,
        withTransactions(1, SignedTransaction.of(mine.transaction(), other)));
  }

  @Test
  void anExpiredTransaction() {
    SignedTransaction late =
        chain.signed(
            ALICE, Bazaar.NAME, new Bazaar.Visit(false), b -> b.ordered(0, 0).validUntilMs(1));
    isProvenAs(1, FraudKind.TRANSACTION, withTransactions(1, late));
  }

  @Test
  void moreTransactionsThanABlockMayHave() {
    List<SignedTransaction> five = new ArrayList<>(blocks.get(LAST).transactions());
    for (int i = 0; i < 3; i++) {
      five.add(chain.signed(BOB, new Bazaar.Visit(false)));
    }
    Batch tooMany = withTransactions(LAST, five.toArray(SignedTransaction[]::new));
    isProvenAs(LAST, FraudKind.LIMIT, tooMany);
  }

  @Test
  void moreBytesThanABlockMayHave() {
    Bazaar.Shout loud = new Bazaar.Shout(Bytes.repeat((byte) 1, 4_000));
    isProvenAs(1, FraudKind.LIMIT, withTransactions(1, chain.signed(ALICE, loud)));
  }

  @Test
  void moreEntriesThanABlockMayHave() {
    isProvenAs(0, FraudKind.LIMIT, with(0, block -> Forgery.withEntries(block, 4)));
  }

  @Test
  void anEmptyBlock() {
    Block bare = Forgery.withEntries(Forgery.withTransactions(blocks.get(1), List.of()), 0);
    isProvenAs(1, FraudKind.LIMIT, with(1, block -> bare));
  }

  @Test
  void aSkippedEntry() {
    isProvenAs(1, FraudKind.ROOT, with(1, block -> Forgery.withEntries(block, 2)));
  }

  @Test
  void entriesThatTheHeaderSaysWereConsumed() {
    isProvenAs(LAST, FraudKind.HEADER, Forgery.withInbox(honest, spanTo(8)));
  }

  @Test
  void entriesBeyondTheEndOfTheBatchInItsLastBlock() {
    isProvenAs(LAST, FraudKind.INBOX, Forgery.withInbox(honest, spanTo(5)));
  }

  @Test
  void entriesBeyondTheEndOfTheBatchInAnEarlierBlock() {
    isProvenAs(1, FraudKind.INBOX, Forgery.withInbox(honest, spanTo(3)));
  }

  @Test
  void entriesThatTheInboxDoesNotHave() {
    isProvenAs(LAST, FraudKind.INBOX, with(LAST, block -> Forgery.withEntries(block, 4)));
  }

  private BatchHeader.InboxSpan spanTo(int to) {
    Bytes32 rollingHash = chain.parent.view().entry(to - 1).orElseThrow().rollingHash();
    return new BatchHeader.InboxSpan(0, to, rollingHash);
  }

  @Test
  void totalsThatDoNotAddUp() {
    isProvenAs(LAST, FraudKind.HEADER, Forgery.withTotals(honest, AssetQuanta.of(0, 4)));
  }

  @Test
  void withdrawalsThatNobodyMade() {
    isProvenAs(LAST, FraudKind.HEADER, Forgery.withWithdrawals(honest, OTHER, 1));
  }

  @Test
  void aWrongCountOfWithdrawals() {
    Bytes32 root = honest.header().withdrawals().root();
    isProvenAs(LAST, FraudKind.HEADER, Forgery.withWithdrawals(honest, root, 2));
  }

  @Test
  void messagesThatNobodySent() {
    isProvenAs(LAST, FraudKind.HEADER, Forgery.withOutbox(honest, Bytes32.ZERO));
  }

  @Test
  void aTimeInTheHeaderAlone() {
    isProvenAs(LAST, FraudKind.HEADER, Forgery.withTime(honest, honest.header().timeMs() + 1));
  }

  @Test
  void aReferenceInTheHeaderAlone() {
    ParentReference earlier = blocks.get(1).reference();
    isProvenAs(LAST, FraudKind.HEADER, Forgery.withReference(honest, earlier));
  }

  @Test
  void dataThatIsNoBlock() {
    isProvenAs(0, FraudKind.DATA, Forgery.withData(honest, 0, Bytes.EMPTY));
  }

  @Test
  void dataWithATail() {
    Bytes tailed = Bytes.concatenate(honest.blocks().get(1).data(), Bytes.of(0));
    isProvenAs(1, FraudKind.DATA, Forgery.withData(honest, 1, tailed));
  }

  @Test
  void dataThatIsCutOff() {
    Bytes data = honest.blocks().get(LAST).data();
    Bytes cut = data.slice(0, data.size() - 1);
    isProvenAs(LAST, FraudKind.DATA, Forgery.withData(honest, LAST, cut));
  }

  @Test
  void aNumberThatDoesNotFollow() {
    isProvenAs(1, FraudKind.SEQUENCE, with(1, block -> Forgery.withNumber(block, 4)));
  }

  @Test
  void aTimeThatFalls() {
    long before = blocks.get(0).timeMs() - 1;
    isProvenAs(1, FraudKind.SEQUENCE, with(1, block -> Forgery.withTime(block, before)));
  }

  @Test
  void aTimeFarFromTheParents() {
    long far = blocks.get(LAST).referenceTimeMs() + 60_001;
    isProvenAs(LAST, FraudKind.SEQUENCE, with(LAST, block -> Forgery.withTime(block, far)));
  }

  @Test
  void aReferenceToABlockThatIsNot() {
    ParentReference invented = new ParentReference(blocks.get(1).reference().height(), OTHER);
    isProvenAs(
        1,
        FraudKind.REFERENCE,
        with(1, b -> Forgery.withReference(b, invented, b.referenceTimeMs())));
  }

  @Test
  void aReferenceAboveTheParentsHead() {
    ParentReference future = new ParentReference(1_000, OTHER);
    isProvenAs(
        1,
        FraudKind.REFERENCE,
        with(1, b -> Forgery.withReference(b, future, b.referenceTimeMs())));
  }

  @Test
  void aReferenceWithAnotherTime() {
    isProvenAs(
        1,
        FraudKind.REFERENCE,
        with(1, b -> Forgery.withReference(b, b.reference(), b.referenceTimeMs() + 1)));
  }

  @Test
  void aReferenceThatFallsBack() {
    ParentBlock earlier = chain.parent.at(blocks.get(0).reference().height() - 1).orElseThrow();
    isProvenAs(
        1,
        FraudKind.REFERENCE,
        with(1, b -> Forgery.withReference(b, earlier.reference(), earlier.timeMs())));
  }

  @Test
  void aReferenceThatIsTooOld() {
    long oldest = blocks.get(0).reference().height();
    chain.mine((int) (oldest + WatchedChain.MAX_LAG - chain.parent.head().height()));
    chain.commit(honest);
    Finding finding = follower.step();
    FraudulentBlock wrong = ((Finding.Fraud) finding).block();
    assertThat(wrong.kind()).isEqualTo(FraudKind.REFERENCE);
    assertThat(wrong.index()).isZero();
    chain.ok(CHALLENGER, wrong.challenge(SUITE));
  }

  /** The first batch's post roots are published once; a later batch of the same data hides none. */
  @Test
  void aFraudThatALaterBatchOfTheSameDataWouldHide() {
    Batch forged = Forgery.withPostRoot(honest, 1, OTHER);
    chain.commit(forged);
    chain.commit(Forgery.asNext(honest, forged));
    FraudulentBlock wrong = ((Finding.Fraud) follower.step()).block();
    assertThat(wrong.batchNumber()).isEqualTo(1);
    chain.ok(CHALLENGER, wrong.challenge(SUITE));
    assertThat(chain.parent.settlement().batches().lastCommitted()).isZero();
  }

  @Test
  void noWitnessOfAnotherBlockProvesAnything() {
    chain.commit(Forgery.withPostRoot(honest, 1, OTHER));
    FraudulentBlock wrong = ((Finding.Fraud) follower.step()).block();
    FraudulentBlock elsewhere =
        new FraudulentBlock(wrong.batchHash(), wrong.batch(), 0, wrong.kind(), wrong.witness());
    chain.refused(CHALLENGER, elsewhere.challenge(SUITE), Rule.WITNESS);
    chain.ok(CHALLENGER, wrong.challenge(SUITE));
  }
}
