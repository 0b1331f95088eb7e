package io.frond.exits.settlement;

import static io.frond.exits.settlement.World.ALICE;
import static io.frond.exits.settlement.World.BOB;
import static io.frond.exits.settlement.World.GOLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.chain.AssetQuanta;
import io.frond.core.inbox.ExitSelector;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.inbox.InboxPayload;
import io.frond.core.ledger.Claim;
import io.frond.core.outbox.Withdrawal;
import io.frond.core.outbox.WithdrawalTree;
import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.core.state.StateRoot;
import io.frond.exits.model.NaiveLedger;
import io.frond.exits.proof.EscapeProof;
import io.frond.exits.settlement.SettlementEvent.Source;
import io.frond.vm.DecodeException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class EncodingTest {
  private static final Bytes32 ID = Bytes32.repeat((byte) 0x11);
  private static final Claim CLAIM = new Claim.Balances(ALICE, ID, AssetQuanta.of(0, 7));
  private static final NaiveLedger LEDGER =
      new NaiveLedger(List.of(CLAIM, new Claim.Item(GOLD, ID, BOB)));
  private static final WithdrawalTree TREE =
      WithdrawalTree.of(
          World.SUITE, ID, 1, List.of(Withdrawal.of(ALICE, GOLD, 5), Withdrawal.of(BOB, GOLD, 6)));

  private static List<SettlementCall> calls() {
    BatchDraft draft = new World().draft();
    return List.of(
        new SettlementCall.Deposit(GOLD, Bytes32.ZERO, 5, ALICE, 9),
        new SettlementCall.ForceExit(ALICE, ExitSelector.all(), 9),
        new SettlementCall.ForceTransaction(Bytes.of(1, 2), 9),
        new SettlementCall.RevokeSessions(ALICE, 9),
        new SettlementCall.SendMessage(Bytes.of(3), 9),
        new SettlementCall.PostFunds(5),
        new SettlementCall.CollectFunds(5, BOB),
        new SettlementCall.SetRecipient(BOB),
        draft.call(),
        draft.challenge(0),
        new SettlementCall.FinalizeThrough(3),
        new SettlementCall.SettleBond(ID),
        new SettlementCall.ClaimWithdrawals(List.of(TREE.proof(0), TREE.proof(1))),
        new SettlementCall.Withdraw(ALICE, GOLD, Bytes32.ZERO, BOB),
        new SettlementCall.Freeze(),
        new SettlementCall.Seal(),
        new SettlementCall.Refund(4),
        new SettlementCall.Escape(
            EscapeProof.of(new StateRoot(LEDGER.root(), ID, ID), LEDGER.prove(CLAIM)), 0),
        new SettlementCall.Escape(
            EscapeProof.ofShare(
                new StateRoot(LEDGER.root(), ID, ID), LEDGER.prove(CLAIM), LEDGER.prove(CLAIM)),
            0));
  }

  private static List<SettlementEvent> events() {
    InboxEntry entry = new InboxEntry(1, 2, InboxPayload.Deposit.of(GOLD, 5, ALICE));
    return List.of(
        new SettlementEvent.Enqueued(entry, 3, 4, 5, BOB),
        new SettlementEvent.AlreadyPending(6),
        new SettlementEvent.Committed(1, ID, 2, BOB),
        new SettlementEvent.Finalized(1, ID),
        new SettlementEvent.Rewound(1, ID, 2, SettlementEvent.Cause.CUSTODY_CAP, BOB),
        new SettlementEvent.Credited(
            ALICE, GOLD, 5, Bytes32.ZERO, Source.of(Source.Kind.WITHDRAWAL, 3, 4)),
        new SettlementEvent.PaidOut(ALICE, GOLD, 5, Bytes32.ZERO, BOB),
        new SettlementEvent.FundsMoved(ALICE, -5),
        new SettlementEvent.RecipientSet(ALICE, BOB),
        new SettlementEvent.ModeChanged(Mode.FROZEN, ID));
  }

  @Test
  void everyCallComesBackEqual() {
    for (SettlementCall call : calls()) {
      assertThat(SettlementCall.decode(call.encode())).isEqualTo(call);
    }
    for (SettlementEvent event : events()) {
      assertThat(SettlementEvent.decode(event.encode())).isEqualTo(event);
    }
  }

  @Test
  void theBytesOfCallsAndEventsAreFrozen() {
    assertThat(digest(calls().stream().map(SettlementCall::encode).toList()))
        .isEqualTo("9606f8634dc1caddc07b73e4789618f9d42fa1ff7217d7ca13ccc32362d0f1ac");
    assertThat(digest(events().stream().map(SettlementEvent::encode).toList()))
        .isEqualTo("cb80fcc63233414c1ee80410531c01cbd926db770779d75bde0e7ffeeb40e9fe");
    assertThat(new SettlementCall.Withdraw(ALICE, GOLD, Bytes32.ZERO, BOB).encode())
        .isEqualTo(
            Bytes.fromHexString(
                "0x21"
                    + "000000000000000000000000000000000000000a"
                    + "474f4c4400000000000000000000000000000000000000000000000000000000"
                    + "0000000000000000000000000000000000000000000000000000000000000000"
                    + "000000000000000000000000000000000000000b"));
  }

  private static String digest(List<Bytes> encodings) {
    String all = encodings.stream().map(Bytes::toHexString).collect(Collectors.joining());
    Bytes bytes = Bytes.wrap(all.getBytes(StandardCharsets.US_ASCII));
    return World.SUITE.newHasher().raw(bytes).digest().toUnprefixedHexString();
  }

  @Test
  void decodersAcceptOneEncodingAndRefuseTheRest() {
    SplittableRandom random = new SplittableRandom(11);
    for (SettlementCall call : calls()) {
      for (int i = 0; i < 1_500; i++) {
        Bytes bytes = mutate(random, call.encode());
        try {
          assertThat(SettlementCall.decode(bytes).encode()).isEqualTo(bytes);
        } catch (DecodeException refusal) {
          assertThat(refusal.getMessage()).isNotEmpty();
        }
      }
    }
    for (SettlementEvent event : events()) {
      for (int i = 0; i < 1_500; i++) {
        Bytes bytes = mutate(random, event.encode());
        try {
          assertThat(SettlementEvent.decode(bytes).encode()).isEqualTo(bytes);
        } catch (DecodeException refusal) {
          assertThat(refusal.getMessage()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void anyBytesAreALegalStepOrRefusedWithoutEffect() {
    World world = new World();
    world.deposit(ALICE, GOLD, 500);
    world.commit(world.draft().withdraw(Withdrawal.of(ALICE, GOLD, 5)));
    world.finalizeAll();
    SplittableRandom random = new SplittableRandom(12);
    List<SettlementCall> calls = calls();
    for (int i = 0; i < 30_000; i++) {
      int before = world.store.mark();
      Bytes bytes = mutate(random, calls.get(random.nextInt(calls.size())).encode());
      if (world.callBytes(ALICE, bytes) instanceof CallResult.Refused) {
        assertThat(world.store.mark()).isEqualTo(before);
      }
    }
  }

  @Test
  void aListOfClaimsHasOneToSixtyFour() {
    for (int count : new int[] {1, 63, 64}) {
      SettlementCall call =
          new SettlementCall.ClaimWithdrawals(Collections.nCopies(count, TREE.proof(0)));
      assertThat(SettlementCall.decode(call.encode())).isEqualTo(call);
    }
    for (int count : new int[] {0, 65}) {
      SettlementCall call =
          new SettlementCall.ClaimWithdrawals(Collections.nCopies(count, TREE.proof(0)));
      assertThatThrownBy(() -> SettlementCall.decode(call.encode()))
          .isInstanceOf(DecodeException.class);
    }
  }

  private static Bytes mutate(SplittableRandom random, Bytes encoding) {
    byte[] bytes = encoding.toArray();
    int kind = random.nextInt(6);
    if (kind == 0) {
      return Bytes.wrap(bytes).slice(0, random.nextInt(bytes.length + 1)).copy();
    }
    if (kind == 1) {
      byte[] tail = new byte[1 + random.nextInt(20)];
      random.nextBytes(tail);
      return Bytes.concatenate(encoding, Bytes.wrap(tail));
    }
    for (int i = 1; i < kind; i++) {
      bytes[random.nextInt(Math.min(bytes.length, 200))] = (byte) random.nextInt(256);
    }
    return Bytes.wrap(bytes);
  }
}
