package io.frond.exits.settlement;

import io.frond.core.chain.Asset;
import io.frond.core.inbox.ExitSelector;
import io.frond.core.inbox.InboxPayload;
import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.vm.ByteWriter;
import java.util.function.Supplier;
import org.apache.tuweni.bytes.Bytes;

/**
 * What may join the inbox. Everything accepted must be processable, so kind, size, asset and
 * authorisation are checked here and never again.
 */
final class Requests {
  private static final int SESSIONS_SLOT = 0xff;

  private final State state;
  private final Inbox inbox;
  private final Books books;
  private final Items items;
  private final DepositSums deposits;
  private final Vault vault;

  Requests(State state, Inbox inbox, Books books, Items items, DepositSums deposits, Vault vault) {
    this.state = state;
    this.inbox = inbox;
    this.books = books;
    this.items = items;
    this.deposits = deposits;
    this.vault = vault;
  }

  void deposit(SettlementCall.Deposit call, CallContext context) {
    state.requireMode(Mode.ACTIVE);
    Asset asset = books.declared(call.asset());
    InboxPayload payload =
        wellFormed(
            () ->
                new InboxPayload.Deposit(call.asset(), call.item(), call.amount(), call.account()));
    if (asset.isFungible()) {
      Refusal.unless(call.item().isZero(), Rule.ASSET, "no item", call.item());
      books.takeIntoCustody(asset, call.amount());
      vault.take(context.caller(), asset, call.amount());
      deposits.add(asset.index(), inbox.enqueue(payload, call.maxFee(), context), call.amount());
    } else {
      Refusal.unless(call.amount() == 1, Rule.ASSET, "amount 1", call.amount());
      // The chain has no claim for it: zero stands for no item there.
      Refusal.unless(!call.item().isZero(), Rule.ASSET, "an item other than zero", call.item());
      items.hold(asset, call.item(), inbox.length());
      vault.takeItem(context.caller(), asset, call.item());
      inbox.enqueue(payload, call.maxFee(), context);
    }
  }

  void forceExit(SettlementCall.ForceExit call, CallContext context) {
    state.requireMode(Mode.ACTIVE, Mode.SUNSETTING);
    state.requireActsFor(call.account(), context.caller());
    requireDeclared(call.selector());
    ByteWriter request = new ByteWriter(96).account(call.account());
    call.selector().write(request);
    inbox.enqueueOnce(
        request.toBytes(),
        new InboxPayload.ForcedExit(call.account(), call.selector()),
        call.maxFee(),
        context);
  }

  void revokeSessions(SettlementCall.RevokeSessions call, CallContext context) {
    state.requireMode(Mode.ACTIVE, Mode.SUNSETTING);
    state.requireActsFor(call.account(), context.caller());
    Bytes request = new ByteWriter(32).account(call.account()).u8(SESSIONS_SLOT).toBytes();
    inbox.enqueueOnce(
        request, new InboxPayload.RevokeSessions(call.account()), call.maxFee(), context);
  }

  void forceTransaction(SettlementCall.ForceTransaction call, CallContext context) {
    state.requireMode(Mode.ACTIVE, Mode.SUNSETTING);
    inbox.enqueue(
        wellFormed(() -> new InboxPayload.ForcedTransaction(call.transaction())),
        call.maxFee(),
        context);
  }

  void sendMessage(SettlementCall.SendMessage call, CallContext context) {
    state.requireMode(Mode.ACTIVE, Mode.SUNSETTING);
    inbox.enqueue(
        wellFormed(() -> new InboxPayload.Message(context.caller(), call.bytes())),
        call.maxFee(),
        context);
  }

  private void requireDeclared(ExitSelector selector) {
    if (selector instanceof ExitSelector.OfAsset one) {
      books.fungible(one.asset());
    } else if (selector instanceof ExitSelector.OfItem one) {
      boolean isCollection = !books.declared(one.collection()).isFungible();
      Refusal.unless(isCollection, Rule.ASSET, "a collection", one.collection());
    }
  }

  private static InboxPayload wellFormed(Supplier<InboxPayload> payload) {
    try {
      return payload.get();
    } catch (IllegalArgumentException e) {
      throw Refusal.of(Rule.MALFORMED, "a payload", String.valueOf(e.getMessage()));
    }
  }
}
