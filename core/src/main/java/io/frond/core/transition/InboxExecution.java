package io.frond.core.transition;

import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import io.frond.core.chain.BlockLimits;
import io.frond.core.inbox.ExitSelector;
import io.frond.core.inbox.InboxPayload;
import io.frond.core.ledger.ChainLedger;
import io.frond.core.ledger.OwnedKey;
import io.frond.core.outcome.NoOpReason;
import io.frond.core.outcome.Status;
import io.frond.core.tx.Nonce;
import io.frond.core.tx.Transaction;
import io.frond.core.tx.TransactionVerifier;
import io.frond.core.tx.Verification;
import io.frond.core.tx.VerifiedTransaction;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.EscrowId;
import io.frond.vm.Message;
import io.frond.vm.PoolId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * Consumes inbox entries. They cost nothing on this chain, run before every transaction of their
 * block, and are consumed whatever comes of them. A forced exit needs no module code to succeed.
 */
final class InboxExecution {
  /** Items and shares that {@code all} takes along. */
  static final int MAX_POSITIONS = 32;

  /** Every balance, of 64 assets at most, and every position. */
  static final int MAX_WITHDRAWALS_OF_ENTRY = BlockLimits.MIN_WITHDRAWALS;

  private final ChainState state;
  private final BlockStart start;
  private final ModuleRunner runner;
  private final TransactionExecution transactions;
  private final TransactionVerifier verifier;
  private final Assets assets;
  private final ChainLedger ledger;

  InboxExecution(
      ChainState state, BlockStart start, ModuleRunner runner, TransactionVerifier verifier) {
    this.state = state;
    this.start = start;
    this.runner = runner;
    this.verifier = verifier;
    this.transactions = new TransactionExecution(state, start, runner);
    this.assets = state.rules().definition().assets();
    this.ledger = state.ledger();
  }

  /** Consumes an entry; {@link ModuleRunner#endEntry} says what it used. */
  Status consume(InboxPayload payload) {
    runner.beginEntry();
    return statusOf(payload);
  }

  private Status statusOf(InboxPayload payload) {
    if (payload instanceof InboxPayload.Deposit deposit) {
      return deposit(deposit);
    }
    if (payload instanceof InboxPayload.ForcedExit exit) {
      unwind(exit.account());
      return leave(exit.account(), exit.selector());
    }
    if (payload instanceof InboxPayload.ForcedTransaction forced) {
      return forcedTransaction(forced.transaction());
    }
    if (payload instanceof InboxPayload.RevokeSessions revoke) {
      ledger.revokeSessions(revoke.account());
    } else if (payload instanceof InboxPayload.Message message) {
      deliver(message);
    }
    return new Status.Success();
  }

  private Status deposit(InboxPayload.Deposit deposit) {
    Asset asset = assets.find(deposit.asset()).orElse(null);
    if (asset == null || asset.isFungible() != deposit.item().isZero()) {
      return new Status.NoOp(NoOpReason.UNKNOWN_ASSET);
    }
    if (asset.isFungible()) {
      ledger.deposit(deposit.account(), asset.index(), deposit.amount());
    } else if (!ledger.depositItem(deposit.account(), asset, deposit.item())) {
      return new Status.NoOp(NoOpReason.ITEM_PRESENT);
    }
    return new Status.Success();
  }

  /** Lets each module free what the account has tied up in it; a failure stops nothing. */
  private void unwind(Account account) {
    for (int module = 1; module < state.modules().size(); module++) {
      int position = module;
      runPart(
          module,
          account,
          () -> state.modules().get(position).module().onForcedExit(account, state.context()));
    }
  }

  private void runPart(int module, @Nullable Account account, Runnable code) {
    runner.beginPart();
    runner.turn(module, account);
    runner.run(code);
    runner.endPart();
  }

  private void deliver(InboxPayload.Message message) {
    Message delivered = new Message(Bytes32.leftPad(message.source().toBytes()), message.bytes());
    for (int module = 1; module < state.modules().size(); module++) {
      int position = module;
      runPart(
          module,
          null,
          () -> state.modules().get(position).module().onMessage(delivered, state.context()));
    }
  }

  private Status leave(Account account, ExitSelector selector) {
    int before = state.withdrawals().mark();
    if (selector instanceof ExitSelector.OfAsset one) {
      leaveWith(account, one.asset());
    } else if (selector instanceof ExitSelector.OfItem one) {
      leaveWithItem(account, one.collection(), one.id());
    } else if (selector instanceof ExitSelector.OfShare one) {
      ledger.redeemShares(account, one.pool()).forEach(asset -> leaveWith(account, asset));
    } else if (selector instanceof ExitSelector.OfEscrow one) {
      return leaveWithEscrow(account, one.escrow());
    } else {
      leaveWithAll(account);
    }
    return state.withdrawals().mark() == before
        ? new Status.NoOp(NoOpReason.NOTHING_THERE)
        : new Status.Success();
  }

  private void leaveWithAll(Account account) {
    List<OwnedKey> lines = new ArrayList<>();
    Optional<OwnedKey> next =
        ledger.nextOwned(new OwnedKey(account, OwnedKey.ITEM, Bytes.wrap(new byte[64])));
    while (next.isPresent()
        && next.get().kind() < OwnedKey.ESCROW
        && lines.size() < MAX_POSITIONS) {
      lines.add(next.get());
      next = ledger.nextOwned(next.get());
    }
    for (OwnedKey line : lines) {
      if (line.kind() == OwnedKey.ITEM) {
        AssetId collection = AssetId.of(line.identity().slice(0, 32));
        leaveWithItem(account, collection, Bytes32.wrap(line.identity().slice(32).toArray()));
      } else {
        ledger.redeemShares(account, new PoolId(Bytes32.wrap(line.identity().toArray())));
      }
    }
    leaveWithBalances(account);
  }

  private void leaveWithBalances(Account account) {
    for (Asset asset : assets.all()) {
      if (asset.isFungible()) {
        leaveWith(account, asset.id());
      }
    }
  }

  private void leaveWith(Account account, AssetId id) {
    Asset asset = assets.find(id).orElse(null);
    if (asset == null || !asset.isFungible()) {
      return;
    }
    long balance = ledger.balance(account, asset.index());
    if (balance > 0) {
      ledger.withdraw(account, asset.index(), balance);
      state.withdrawals().add(account, asset, balance, Bytes32.ZERO);
    }
  }

  private void leaveWithItem(Account account, AssetId id, Bytes32 item) {
    Asset collection = assets.find(id).orElse(null);
    if (collection == null || collection.isFungible()) {
      return;
    }
    if (ledger.owner(id, item).filter(account::equals).isPresent()) {
      ledger.withdrawItem(account, collection, item);
      state.withdrawals().add(account, collection, 1, item);
    }
  }

  private Status leaveWithEscrow(Account account, EscrowId id) {
    Bytes32 item = ledger.escrowItem(id).orElse(Bytes32.ZERO);
    AssetId asset = ledger.escrowAsset(id).orElse(null);
    if (asset == null || !ledger.escrowNames(account, id)) {
      return new Status.NoOp(NoOpReason.NOTHING_THERE);
    }
    if (!ledger.payEndedEscrow(account, id, start.reference().height())) {
      return new Status.NoOp(NoOpReason.NOT_ENDED);
    }
    if (item.isZero()) {
      leaveWith(account, asset);
    } else {
      leaveWithItem(account, asset, item);
    }
    return new Status.Success();
  }

  private Status forcedTransaction(Bytes wire) {
    Verification verification = verifier.verify(wire);
    if (verification instanceof Verification.Refused refused) {
      return new Status.NoOp(reasonOf(refused));
    }
    VerifiedTransaction verified = (VerifiedTransaction) verification;
    Transaction transaction = verified.transaction();
    Account sender = transaction.sender();
    if (!(transaction.nonce() instanceof Nonce.Forced nonce)
        || nonce.sequence() != ledger.forcedNonce(sender)) {
      return new Status.NoOp(NoOpReason.WRONG_NONCE);
    }
    ledger.setForcedNonce(sender, nonce.sequence() + 1);
    if (start.timeMs() >= transaction.validUntilMs()) {
      return new Status.NoOp(NoOpReason.EXPIRED);
    }
    runner.beginForced(transaction.limits());
    Status status = transactions.runForced(verified);
    runner.endPart();
    return status;
  }

  private static NoOpReason reasonOf(Verification.Refused refused) {
    return switch (refused.refusal().code()) {
      case BAD_SIGNATURE, HIGH_S -> NoOpReason.BAD_SIGNATURE;
      case UNSUPPORTED -> NoOpReason.UNSUPPORTED;
      default -> NoOpReason.UNDECODABLE;
    };
  }
}
