package io.frond.testkit;

import static io.frond.testkit.Notebook.INK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.admission.TransactionResult;
import io.frond.core.outcome.Status;
import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.core.transition.ProtocolCommand;
import io.frond.core.tx.RefusalCode;
import io.frond.core.tx.SignatureSchemes;
import io.frond.exits.settlement.CallResult;
import io.frond.exits.watch.ExitProofs;
import io.frond.fees.model.FeeModels;
import io.frond.testkit.Notebook.Command.Erase;
import io.frond.testkit.Notebook.Command.Lock;
import io.frond.testkit.Notebook.Command.Write;
import io.frond.testkit.Notebook.Command.WriteAndFail;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevChainTest {
  private final Path folder;

  DevChainTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void cellsTablesAndSortedTablesKeepWhatACommandWrote() {
    try (DevChain chain = DevChain.of(new Notebook(), INK)) {
      Wallet alice = chain.wallet("alice");
      chain.send(alice, new Write(7, "seven"));
      chain.send(alice, new Write(-1, "below"));
      chain.send(alice, new Write(2, "two"));
      chain.send(alice, new Erase(7));
      assertThat(chain.<Long>query(Notebook.COUNT::get)).isEqualTo(2);
      Optional<Long> erased = chain.query(view -> Notebook.PAGES.find(view, "seven"));
      Optional<Long> kept = chain.query(view -> Notebook.PAGES.find(view, "two"));
      assertThat(erased).isEmpty();
      assertThat(kept).contains(2L);
      assertThat(chain.query(Notebook::titles)).containsExactly("two", "below");
    }
  }

  @Test
  void aRefusedCommandChangesNothingAndSaysWhy() {
    try (DevChain chain = DevChain.of(new Notebook(), INK)) {
      Wallet alice = chain.wallet("alice");
      Status status = chain.send(alice, new WriteAndFail(7, "seven")).outcome().status();
      assertThat(((Status.Reverted) status).message()).isEqualTo("page 7 is torn");
      assertThat(chain.query(Notebook::titles)).isEmpty();
      assertThat(chain.<Long>query(Notebook.COUNT::get)).isZero();
      assertThat(chain.wallet("alice").nextNonce()).isEqualTo(1);
    }
  }

  @Test
  void whatIsDepositedCanBeWithdrawnToTheUnit() {
    try (DevChain chain = DevChain.of(new Notebook(), INK)) {
      Wallet alice = chain.wallet("alice");
      chain.deposit(alice, INK, 100);
      assertThat(chain.balance(alice, INK)).isEqualTo(100);
      chain.withdraw(alice, INK, 60);
      assertThat(chain.balance(alice, INK)).isEqualTo(40);
      assertThat(chain.claim(alice, INK)).isEqualTo(60);
      assertThat(chain.parent().balance(alice.address(), INK)).isEqualTo(60);
    }
  }

  @Test
  void nobodySpendsMoreThanWasSigned() {
    try (DevChain chain = DevChain.of(new Notebook(), INK)) {
      Wallet alice = chain.wallet("alice");
      Wallet bob = chain.wallet("bob");
      chain.deposit(alice, INK, 100);
      ProtocolCommand.Transfer transfer = new ProtocolCommand.Transfer(bob.address(), INK, 10);
      assertThat(chain.send(alice, transfer, Spend.of(INK, 9)).outcome().status())
          .isEqualTo(new Status.SpendLimit(0));
      assertThat(chain.send(alice, transfer, Spend.of(INK, 10)).outcome().status())
          .isEqualTo(new Status.Success());
      assertThat(chain.balance(bob, INK)).isEqualTo(10);
    }
  }

  @Test
  void aTransactionThatNoBlockTakesUsesUpNoNumber() {
    try (DevChain chain =
        DevChain.builder().module(new Notebook()).asset(INK).fees(FeeModels.fixed(3)).open()) {
      Wallet alice = chain.wallet("alice");
      TransactionResult result = chain.trySend(alice, new Write(1, "one"));
      assertThat(((TransactionResult.Refused) result).refusal().code())
          .isEqualTo(RefusalCode.INSUFFICIENT_BALANCE);
      assertThat(alice.nextNonce()).isZero();
      assertThatThrownBy(() -> chain.send(alice, new Write(1, "one")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("INSUFFICIENT_BALANCE");
      chain.deposit(alice, INK, 10);
      chain.send(alice, new Write(1, "one"));
      assertThat(chain.balance(alice, INK)).isEqualTo(7);
    }
  }

  @Test
  void aForcedExitLeavesThoughTheOperatorIgnoresItAsLongAsItCan() {
    try (DevChain chain = DevChain.of(new Notebook(), INK)) {
      Wallet alice = chain.wallet("alice");
      chain.deposit(alice, INK, 100);
      chain.ignore(entry -> true);
      chain.forceExit(alice);
      chain.mine(4);
      assertThat(chain.balance(alice, INK)).isEqualTo(100);
      chain.ignore(entry -> false);
      assertThat(chain.claim(alice, INK)).isEqualTo(100);
      assertThat(chain.parent().settlement().mode()).isEqualTo(Mode.ACTIVE);
    }
  }

  @Test
  void whoIsIgnoredForGoodFreezesTheChainAndEscapesWithWhatIsLocked() {
    try (DevChain chain = DevChain.of(new Notebook(), INK)) {
      Wallet alice = chain.wallet("alice");
      chain.deposit(alice, INK, 100);
      chain.send(alice, new Lock(30), Spend.of(INK, 30));
      chain.mine(2);
      chain.stopOperator();
      chain.forceExit(alice);
      PublicExit exits = chain.exits();
      assertThat(exits.freeze(alice.address())).isInstanceOf(CallResult.Refused.class);
      chain.mine(20);
      assertThat(exits.freeze(alice.address())).isInstanceOf(CallResult.Done.class);
      assertThat(exits.finalizeReady(alice.address())).isInstanceOf(CallResult.Done.class);
      assertThat(exits.seal(alice.address())).isInstanceOf(CallResult.Done.class);
      ExitProofs proofs = exits.exitProofs();
      assertThat(exits.escape(alice.address(), proofs)).isEqualTo(2);
      assertThat(exits.escape(alice.address(), proofs)).isZero();
      assertThat(exits.payOut(alice.address(), INK)).isEqualTo(100);
      assertThatThrownBy(chain::app).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void theSameCallsGiveTheSameRootWhateverVerifiesSignatures() {
    Bytes32 here = rootAfterAStory(DevChain.builder());
    assertThat(rootAfterAStory(DevChain.builder())).isEqualTo(here);
    assertThat(rootAfterAStory(DevChain.builder().signatures(SignatureSchemes.bouncyCastle())))
        .isEqualTo(here);
    assertThat(rootAfterAStory(DevChain.builder().verifierThreads(3))).isEqualTo(here);
    assertThat(rootAfterAStory(DevChain.builder().seed(1))).isNotEqualTo(here);
  }

  private static Bytes32 rootAfterAStory(DevChainBuilder builder) {
    try (DevChain chain = builder.module(new Notebook()).asset(INK).open()) {
      Wallet alice = chain.wallet("alice");
      chain.deposit(alice, INK, 100);
      for (int i = 0; i < 20; i++) {
        chain.send(alice, new Write(i, "page " + i));
      }
      chain.mine(3);
      return chain.app().stateRoot();
    }
  }

  @Test
  void aChainInAFolderGoesOnWhereItWas() {
    Bytes32 root;
    try (DevChain chain = inFolder()) {
      Wallet alice = chain.wallet("alice");
      chain.deposit(alice, INK, 100);
      chain.send(alice, new Write(1, "one"));
      root = chain.app().stateRoot();
    }
    try (DevChain chain = inFolder()) {
      assertThat(chain.app().stateRoot()).isEqualTo(root);
      Wallet alice = chain.wallet("alice");
      assertThat(alice.nextNonce()).isEqualTo(1);
      chain.send(alice, new Write(2, "two"));
      chain.withdraw(alice, INK, 100);
      assertThat(chain.claim(alice, INK)).isEqualTo(100);
      assertThat(chain.query(Notebook::titles)).containsExactly("one", "two");
    }
  }

  private DevChain inFolder() {
    return DevChain.builder().module(new Notebook()).asset(INK).data(folder).open();
  }

  @Test
  void aCommandOfNoModuleIsABug() {
    try (DevChain chain = DevChain.of(new Notebook(), INK)) {
      Wallet alice = chain.wallet("alice");
      assertThatThrownBy(() -> chain.send(alice, "write"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no module understands write");
    }
  }
}
