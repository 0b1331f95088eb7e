package io.frond.exits.parent;

import static io.frond.exits.settlement.World.ALICE;
import static io.frond.exits.settlement.World.BOB;
import static io.frond.exits.settlement.World.CONFIG;
import static io.frond.exits.settlement.World.GOLD;
import static io.frond.exits.settlement.World.NATIVE;
import static io.frond.exits.settlement.World.OPERATOR;
import static io.frond.exits.settlement.World.RELIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.inbox.ExitSelector;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.inbox.InboxPayload;
import io.frond.core.log.ChainLog;
import io.frond.core.parent.ParentAnswer;
import io.frond.exits.settlement.BatchDraft;
import io.frond.exits.settlement.CallResult;
import io.frond.exits.settlement.SettlementCall;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.settlement.SettlementEvent;
import io.frond.exits.settlement.SettlementParams;
import io.frond.exits.settlement.World;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class LocalParentTest {
  private static final SettlementCall DEPOSIT =
      new SettlementCall.Deposit(GOLD, Bytes32.ZERO, 5, ALICE, World.ANY_FEE);
  private long timeMs = 1_000;

  private LocalParent parent(ChainLog journal) {
    LocalParent parent = LocalParent.open(CONFIG, World.BY_FIRST_BYTE, journal, () -> timeMs);
    return parent;
  }

  private static void endow(LocalParent parent) {
    parent.setBalance(ALICE, GOLD, BigInteger.TEN);
    parent.setBalance(ALICE, NATIVE, BigInteger.TEN);
    parent.setOwner(RELIC, Bytes32.ZERO, ALICE);
  }

  @Test
  void callsAreInTheOpenBlockAndEntriesCountOnceItIsClosed() {
    LocalParent parent = parent(ChainLog.inMemory());
    endow(parent);
    assertThat(parent.call(ALICE, DEPOSIT)).isInstanceOf(CallResult.Done.class);
    assertThat(parent.settlement().inbox().length()).isEqualTo(1);
    assertThat(parent.inboxEntries(0, 10, 0)).isEmpty();
    assertThat(parent.events(0)).isEmpty();
    parent.mine(1);
    InboxEntry entry = new InboxEntry(0, 1, InboxPayload.Deposit.of(GOLD, 5, ALICE));
    assertThat(parent.inboxEntries(0, 10, 0)).containsExactly(entry.encode());
    assertThat(parent.inboxEntries(0, 10, 1)).isEmpty();
    assertThat(parent.events(1)).hasSize(1);
    assertThat(SettlementEvent.decode(parent.events(1).get(0).event()))
        .isEqualTo(new SettlementEvent.Enqueued(entry, 6, 21, World.BASE_FEE, ALICE));
    parent.mine(1);
    assertThat(parent.inboxEntries(0, 10, 1)).hasSize(1);
    assertThat(parent.balance(ALICE, GOLD)).isEqualTo(BigInteger.valueOf(5));
  }

  @Test
  void aReorganisationTakesBackCallsAndTokensAndChangesHashes() {
    LocalParent parent = parent(ChainLog.inMemory());
    endow(parent);
    parent.mine(1);
    parent.call(ALICE, DEPOSIT);
    parent.mine(2);
    Bytes32 before = parent.at(2).orElseThrow().hash();
    List<DroppedCall> dropped = parent.reorg(2);
    assertThat(dropped).containsExactly(new DroppedCall(ALICE, DEPOSIT.encode()));
    assertThat(parent.head().height()).isEqualTo(1);
    assertThat(parent.settlement().inbox().length()).isZero();
    assertThat(parent.balance(ALICE, GOLD)).isEqualTo(BigInteger.TEN);
    parent.mine(1);
    assertThat(parent.at(2).orElseThrow().hash()).isNotEqualTo(before);
    dropped.forEach(
        call ->
            assertThat(parent.call(call.caller(), call.call()))
                .isInstanceOf(CallResult.Done.class));
  }

  @Test
  void aDepositThatIsReorganisedAwayTakesTheBatchThatCountedItAlong() {
    LocalParent parent = parent(ChainLog.inMemory());
    endow(parent);
    parent.setBalance(OPERATOR, NATIVE, BigInteger.TEN.pow(4));
    parent.call(OPERATOR, new SettlementCall.PostFunds(World.BOND));
    parent.mine(1);
    parent.call(ALICE, DEPOSIT);
    parent.mine(1);
    BatchDraft draft = new BatchDraft(parent.view(), parent.now());
    draft.reference = parent.head().reference();
    assertThat(parent.call(OPERATOR, draft.call())).isInstanceOf(CallResult.Done.class);
    parent.mine(1);
    List<DroppedCall> dropped = parent.reorg(2);
    assertThat(dropped).hasSize(2);
    assertThat(parent.settlement().batches().lastCommitted()).isZero();
    parent.mine(1);
    assertThat(refusal(parent.call(OPERATOR, dropped.get(1).call()))).isEqualTo(Rule.INBOX_TO);
    parent.call(ALICE, DEPOSIT);
    assertThat(refusal(parent.call(OPERATOR, dropped.get(1).call())))
        .as("the same deposit, one block later")
        .isEqualTo(Rule.INBOX_HASH);
  }

  private static Rule refusal(CallResult result) {
    return ((CallResult.Refused) result).error().rule();
  }

  @Test
  void onlyBlocksWhoseChangesAreKnownAreReorganised() {
    LocalParent parent = parent(ChainLog.inMemory());
    parent.mine(LocalParent.MAX_REORG + 5);
    assertThatThrownBy(() -> parent.reorg(LocalParent.MAX_REORG + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(parent.reorg(LocalParent.MAX_REORG)).isEmpty();
    assertThat(parent.head().height()).isEqualTo(5);
    assertThatThrownBy(() -> parent.reorg(1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> parent.mine(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void openingAJournalGivesTheSameParent() {
    ChainLog journal = ChainLog.inMemory();
    LocalParent parent = parent(journal);
    endow(parent);
    parent.mine(1);
    timeMs = 5_000;
    parent.call(ALICE, DEPOSIT);
    parent.mine(3);
    parent.reorg(1);
    parent.call(ALICE, new SettlementCall.ForceExit(ALICE, ExitSelector.all(), World.ANY_FEE));
    timeMs = 10;
    parent.mine(2);
    LocalParent again = parent(journal);
    assertThat(again.head()).isEqualTo(parent.head());
    assertThat(again.head().timeMs()).isEqualTo(5_000);
    assertThat(again.settlement()).isEqualTo(parent.settlement());
    assertThat(again.events(0)).isEqualTo(parent.events(0));
    assertThat(again.inboxEntries(0, 10, 0)).isEqualTo(parent.inboxEntries(0, 10, 0));
    assertThat(again.balance(ALICE, GOLD)).isEqualTo(parent.balance(ALICE, GOLD));
    assertThat(again.owner(RELIC, Bytes32.ZERO)).isEqualTo(Optional.of(ALICE));
  }

  @Test
  void everyPrefixOfAJournalOpens() {
    ChainLog journal = ChainLog.inMemory();
    LocalParent parent = parent(journal);
    endow(parent);
    parent.mine(1);
    parent.call(ALICE, DEPOSIT);
    parent.mine(2);
    parent.reorg(1);
    parent.mine(1);
    List<Bytes> records = new ArrayList<>();
    journal.replay(0, (position, record) -> records.add(record));
    for (int end = 1; end <= records.size(); end++) {
      ChainLog prefix = ChainLog.inMemory();
      records.subList(0, end).forEach(prefix::append);
      assertThat(parent(prefix).head().height()).isBetween(0L, 3L);
    }
  }

  @Test
  void aJournalOfAnotherConfigIsRefused() {
    ChainLog journal = ChainLog.inMemory();
    parent(journal);
    assertThatThrownBy(
            () ->
                LocalParent.open(
                    World.config(SettlementParams.IN_PROCESS.withLongestLock(9)),
                    World.BY_FIRST_BYTE,
                    journal,
                    () -> 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected a journal of config");
  }

  @Test
  void theWriterAnswersWithTheRuleThatRefuses() {
    LocalParent parent = parent(ChainLog.inMemory());
    ParentAnswer answer = parent.writer(OPERATOR).commit(Bytes.of(1), Bytes.EMPTY);
    assertThat(answer).isInstanceOf(ParentAnswer.Refused.class);
    assertThat(((ParentAnswer.Refused) answer).code()).isEqualTo(Rule.MALFORMED.name());
    assertThat(
            parent
                .writer(BOB)
                .finalizeThrough(1)
                .fold(included -> "", ParentAnswer.Refused::code, unknown -> ""))
        .isEqualTo(Rule.BATCH_NUMBER.name());
  }
}
