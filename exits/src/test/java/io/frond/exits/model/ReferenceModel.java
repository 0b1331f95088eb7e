package io.frond.exits.model;

import io.frond.exits.model.Action.Leaving;
import io.frond.exits.model.Action.Proposal;
import io.frond.exits.model.Stake.Payment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of the exit protocol over plain collections. Answers with the rule that refuses. */
public final class ReferenceModel {
  static final String OK = "OK";
  static final int OPERATOR = 0;
  static final int CUSTODIAN = 99;

  /** Times and sizes. */
  record Times(
      long confirmations,
      long inclusion,
      long freeze,
      long window,
      long maxLag,
      long perBlock,
      long maxEntries,
      long maxPending,
      long fraudWindow,
      long baseFee,
      long bond) {}

  /** An inbox entry; a deposit has an amount. */
  static final class Entry {
    long at;
    long due;
    long fee;
    int payer;
    int asset;
    long amount;
    int item;
    int account = -1;
    int selector = -1; // of a forced exit
    boolean refunded;
  }

  /** A batch that was ever committed. */
  static final class Batch {
    int number;
    int proposer;
    long at;
    long reference;
    int from;
    int to;
    long bond;
    final Proposal says;
    int previous; // place in the list of all commits, -1 genesis
    boolean isFinal;
    boolean isSettled;
    int culprit = -1;

    Batch(Proposal says) {
      this.says = says;
    }
  }

  final Times times;
  long now = 1;
  String mode = "ACTIVE";
  long epoch;
  boolean proposerOpen;
  boolean fraudFreeze;
  long lastFraud = -1;
  long burned;
  int committedTo;
  int finalizedTo;
  int lastFinal;
  final List<Entry> entries = new ArrayList<>();
  final List<Batch> all = new ArrayList<>();
  final List<Integer> chain = new ArrayList<>(); // of batch number - 1, the place in all
  final Map<String, Integer> pending = new HashMap<>();
  final Map<String, Long> credits = new HashMap<>(); // "account/asset"
  final Map<String, Long> open = new HashMap<>(); // "batch/asset"
  final Map<Integer, Long> funds = new HashMap<>();
  final Map<Integer, Integer> recipients = new HashMap<>();
  final Map<String, String> items = new HashMap<>(); // "asset/item" -> held n, credit a o, left
  final Map<String, Long> tokens = new HashMap<>(); // "account/asset", 4 the native one, in quanta
  final Map<String, Integer> owners = new HashMap<>();
  final long[] custody = new long[2];
  final long[] escaped = new long[2];
  final Set<String> spent = new HashSet<>();

  ReferenceModel(Times times) {
    this.times = times;
  }

  String apply(Action action) {
    if (action instanceof Action.Mine a) {
      now += a.blocks();
      return OK;
    } else if (action instanceof Action.Deposit a) {
      return deposit(a);
    } else if (action instanceof Action.ForceExit a) {
      return forceExit(a);
    } else if (action instanceof Action.Revoke a) {
      return request(a.by(), a.account(), a.account() + "/sessions", Long.MAX_VALUE);
    } else if (action instanceof Action.ForceTransaction a) {
      return isOpen() ? enqueue(a.by(), Long.MAX_VALUE) : "MODE";
    } else if (action instanceof Action.Commit a) {
      return commit(a);
    } else if (action instanceof Action.Challenge a) {
      return challenge(a);
    } else if (action instanceof Action.Finalize a) {
      return finalizeThrough(a.number());
    } else if (action instanceof Action.SettleBond a) {
      return settleBond(a.batch());
    } else if (action instanceof Action.Claim a) {
      return claimAll(a);
    } else if (action instanceof Action.Withdraw a) {
      return withdraw(a);
    } else if (action instanceof Action.SetRecipient a) {
      recipients.put(a.by(), a.recipient());
      return OK;
    } else if (action instanceof Action.Freeze) {
      return freeze();
    } else if (action instanceof Action.Seal) {
      return seal();
    } else if (action instanceof Action.Refund a) {
      return refund(a.entry());
    } else if (action instanceof Action.Escape a) {
      return escape(a);
    } else if (action instanceof Action.PostFunds a) {
      return postFunds(a);
    }
    return collectFunds((Action.CollectFunds) action);
  }

  long tokens(int account, int asset) {
    return tokens.getOrDefault(account + "/" + asset, 0L);
  }

  long free(int asset) {
    return custody[asset] - credits(asset) - opened(asset) - pendingDeposits(asset, finalizedTo);
  }

  long credits(int asset) {
    return sum(credits, asset);
  }

  long opened(int asset) {
    return sum(open, asset);
  }

  long pendingDeposits(int asset, int from) {
    return entries.subList(from, entries.size()).stream()
        .filter(e -> e.amount > 0 && e.asset == asset && !e.refunded)
        .mapToLong(e -> e.amount)
        .sum();
  }

  Batch current(int number) {
    return all.get(chain.get(number - 1));
  }

  boolean isOpen() {
    return mode.equals("ACTIVE");
  }

  private static long sum(Map<String, Long> book, int asset) {
    return book.entrySet().stream()
        .filter(e -> e.getKey().endsWith("/" + asset))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private boolean move(int from, int to, int asset, long amount) {
    if (tokens(from, asset) < amount) {
      return false;
    }
    tokens.merge(from + "/" + asset, -amount, Long::sum);
    tokens.merge(to + "/" + asset, amount, Long::sum);
    return true;
  }

  private boolean actsFor(int by, int account) {
    return by == account || by == recipients.getOrDefault(account, account);
  }

  private void give(int account, long amount) {
    funds.merge(account, amount, Long::sum);
  }

  // --- in

  private String deposit(Action.Deposit a) {
    if (!isOpen()) {
      return "MODE";
    }
    boolean isItem = a.asset() >= 2;
    String key = a.asset() + "/" + a.item();
    if (isItem) {
      String state = items.getOrDefault(key, "left");
      if (!state.equals("left")) {
        return "ITEM";
      }
      if (owners.getOrDefault(key, -1) != a.by()) {
        return "TRANSFER";
      }
    } else if (tokens(a.by(), a.asset()) < a.amount()) {
      return "TRANSFER";
    }
    String refusal = enqueue(a.by(), a.maxFee());
    if (!refusal.equals(OK)) {
      return refusal;
    }
    Entry entry = entries.get(entries.size() - 1);
    entry.account = a.account();
    entry.asset = a.asset();
    entry.item = a.item();
    entry.amount = a.amount();
    if (isItem) {
      items.put(key, "held " + (entries.size() - 1));
      owners.put(key, CUSTODIAN);
    } else {
      move(a.by(), CUSTODIAN, a.asset(), a.amount());
      custody[a.asset()] += a.amount();
    }
    return OK;
  }

  private String forceExit(Action.ForceExit a) {
    if (isOpen() && actsFor(a.by(), a.account()) && a.selector() == 3) {
      return "ASSET";
    }
    int before = entries.size();
    String result = request(a.by(), a.account(), a.account() + "/" + a.selector(), a.maxFee());
    if (entries.size() > before) {
      entries.get(before).account = a.account();
      entries.get(before).selector = a.selector();
    }
    return result;
  }

  private String request(int by, int account, String slot, long maxFee) {
    if (!isOpen()) {
      return "MODE";
    }
    if (!actsFor(by, account)) {
      return "AUTHORISATION";
    }
    if (pending.getOrDefault(slot, -1) >= committedTo) {
      return OK;
    }
    String refusal = enqueue(by, maxFee);
    if (refusal.equals(OK)) {
      pending.put(slot, entries.size() - 1);
    }
    return refusal;
  }

  private String enqueue(int payer, long maxFee) {
    long waiting = (long) entries.size() - committedTo;
    long fee = times.baseFee << Math.min(32, waiting / 256);
    if (fee > maxFee) {
      return "FEE";
    }
    if (!move(payer, CUSTODIAN, 4, fee)) {
      return "TRANSFER";
    }
    Entry entry = new Entry();
    entry.at = now;
    long backlog = waiting / times.perBlock + (waiting % times.perBlock > 0 ? 1 : 0);
    entry.due = now + times.inclusion + backlog;
    for (Entry before : entries) {
      entry.due = Math.max(entry.due, before.due);
    }
    entry.fee = fee;
    entry.payer = payer;
    entries.add(entry);
    return OK;
  }

  // --- batches

  private String commit(Action.Commit a) {
    Proposal p = a.proposal();
    if (!isOpen()) {
      return "MODE";
    }
    boolean hasHead = committedTo < entries.size();
    long headDue = hasHead ? entries.get(committedTo).due : 0;
    if (hasHead && now >= headDue + times.freeze - times.inclusion) {
      return "FREEZE_DUE";
    }
    if (a.by() != OPERATOR && !proposerOpen && !(hasHead && headDue <= now)) {
      return "PROPOSER";
    }
    if (chain.size() - lastFinal >= times.maxPending) {
      return "PENDING_BATCHES";
    }
    if (p.spoil().isBeforeInbox) {
      return p.spoil().rule;
    }
    int to = committedTo + p.consumed();
    if (to > entries.size()) {
      return "INBOX_TO";
    }
    if (p.consumed() > times.maxEntries) {
      return "INBOX_COUNT";
    }
    if (p.consumed() > 0 && entries.get(to - 1).at + times.confirmations > now) {
      return "INBOX_TO";
    }
    if (p.spoil() == Action.Spoil.ROLLING_HASH) {
      return p.spoil().rule;
    }
    if (p.consumed() < times.maxEntries && to < entries.size() && entries.get(to).due <= now) {
      return "DUE_ENTRY";
    }
    long reference = Math.max(0, now - 1 - p.lag());
    long before = chain.isEmpty() ? 0 : current(chain.size()).reference;
    if (reference < before || reference < now - times.maxLag) {
      return "REFERENCE_HEIGHT";
    }
    if (p.spoil() != Action.Spoil.NONE) {
      return p.spoil().rule;
    }
    if (funds.getOrDefault(a.by(), 0L) < times.bond) {
      return "FUNDS";
    }
    append(a, to, reference);
    return OK;
  }

  private void append(Action.Commit a, int to, long reference) {
    give(a.by(), -times.bond);
    if (a.by() != OPERATOR) {
      epoch++;
    }
    Batch batch = new Batch(a.proposal());
    batch.number = chain.size() + 1;
    batch.proposer = a.by();
    batch.at = now;
    batch.reference = reference;
    batch.from = committedTo;
    batch.to = to;
    batch.bond = times.bond;
    batch.previous = chain.isEmpty() ? -1 : chain.get(chain.size() - 1);
    committedTo = to;
    chain.add(all.size());
    all.add(batch);
  }

  private boolean isPending(Batch batch) {
    return batch.number > lastFinal
        && batch.number <= chain.size()
        && current(batch.number) == batch;
  }

  private String challenge(Action.Challenge a) {
    Batch batch = all.get(a.batch());
    if (!isPending(batch)) {
      return "NOT_COMMITTED";
    }
    if (!a.goodWitness()) {
      return "WITNESS";
    }
    if (!batch.says.fraudByBlock().get(a.block())) {
      return "NO_FRAUD";
    }
    rewind(batch);
    give(a.by(), batch.bond / 2);
    burned += batch.bond - batch.bond / 2;
    return OK;
  }

  private void rewind(Batch wrong) {
    while (chain.size() >= wrong.number) {
      chain.remove(chain.size() - 1);
    }
    committedTo = wrong.from;
    epoch++;
    proposerOpen = true;
    wrong.isSettled = true;
    wrong.culprit = wrong.proposer;
    if (wrong.proposer == OPERATOR) {
      fraudFreeze |= lastFraud >= 0 && now - lastFraud <= times.fraudWindow;
      lastFraud = now;
    }
  }

  private String finalizeThrough(int number) {
    if (number <= lastFinal || number > chain.size()) {
      return "BATCH_NUMBER";
    }
    if (now < current(lastFinal + 1).at + times.window) {
      return "NOT_READY";
    }
    while (lastFinal < number && now >= current(lastFinal + 1).at + times.window) {
      Batch batch = current(lastFinal + 1);
      if (batch.says.goldTotal() > freeAfter(0, batch)
          || batch.says.silverTotal() > freeAfter(1, batch)) {
        rewind(batch);
        burned += batch.bond;
        return OK;
      }
      makeFinal(batch);
    }
    return OK;
  }

  private long freeAfter(int asset, Batch batch) {
    return custody[asset] - credits(asset) - opened(asset) - pendingDeposits(asset, batch.to);
  }

  private void makeFinal(Batch batch) {
    for (Entry entry : entries.subList(batch.from, batch.to)) {
      give(batch.proposer, times.baseFee);
      burned += entry.fee - times.baseFee;
    }
    give(batch.proposer, batch.bond);
    open.put(batch.number + "/0", batch.says.goldTotal());
    open.put(batch.number + "/1", batch.says.silverTotal());
    finalizedTo = batch.to;
    batch.isFinal = true;
    lastFinal++;
  }

  private String settleBond(int place) {
    Batch batch = all.get(place);
    boolean isCurrent = batch.number <= chain.size() && current(batch.number) == batch;
    if (isCurrent || batch.isSettled || batch.previous < 0) {
      return "BOND";
    }
    Batch before = all.get(batch.previous);
    if (before.culprit < 0) {
      return "BOND";
    }
    batch.isSettled = true;
    batch.culprit = before.culprit;
    if (batch.proposer == batch.culprit) {
      burned += batch.bond;
    } else {
      give(batch.proposer, batch.bond);
    }
    return OK;
  }

  // --- out

  private String claimAll(Action.Claim a) {
    String first = OK;
    boolean isAnyDone = false;
    for (Action.Place place : a.places()) {
      String result = claim(place);
      isAnyDone |= result.equals(OK);
      first = first.equals(OK) ? result : first;
    }
    return isAnyDone ? OK : first;
  }

  private String claim(Action.Place place) {
    Batch batch = all.get(place.batch());
    if (batch.number > lastFinal) {
      return "NOT_FINAL";
    }
    // Withdrawals prove themselves below any root over the same list, whoever committed it.
    if (place.isSpoiled() || !current(batch.number).says.leaving().equals(batch.says.leaving())) {
      return "PROOF";
    }
    if (spent.contains("claim " + batch.number + " " + place.index())) {
      return "SPENT";
    }
    Leaving leaving = batch.says.leaving().get(place.index());
    if (leaving.asset() >= 2) {
      String refusal = release(leaving.asset(), leaving.item(), leaving.account());
      if (!refusal.equals(OK)) {
        return refusal;
      }
    } else {
      String key = batch.number + "/" + leaving.asset();
      if (leaving.amount() > open.getOrDefault(key, 0L)) {
        return "BATCH_TOTAL";
      }
      open.merge(key, -leaving.amount(), Long::sum);
      credits.merge(leaving.account() + "/" + leaving.asset(), leaving.amount(), Long::sum);
    }
    spent.add("claim " + batch.number + " " + place.index());
    return OK;
  }

  private String release(int asset, int item, int account) {
    String key = asset + "/" + item;
    String state = items.getOrDefault(key, "never");
    if (state.equals("never") && asset == 3) {
      items.put(key, "credit " + account + " born");
      return OK;
    }
    if (state.startsWith("held ") && Integer.parseInt(state.substring(5)) < finalizedTo) {
      items.put(key, "credit " + account + " held");
      return OK;
    }
    return "ITEM";
  }

  private String withdraw(Action.Withdraw a) {
    if (!actsFor(a.by(), a.account())) {
      return "AUTHORISATION";
    }
    if (a.asset() < 2) {
      long credit = credits.getOrDefault(a.account() + "/" + a.asset(), 0L);
      if (credit == 0) {
        return "CREDIT";
      }
      credits.put(a.account() + "/" + a.asset(), 0L);
      custody[a.asset()] -= credit;
      move(CUSTODIAN, a.to(), a.asset(), credit);
      return OK;
    }
    String key = a.asset() + "/" + a.item();
    String state = items.getOrDefault(key, "never");
    if (!state.startsWith("credit " + a.account() + " ")) {
      return "CREDIT";
    }
    if (a.asset() == 3) {
      items.put(key, "left");
    } else {
      items.remove(key);
    }
    owners.put(key, a.to());
    return OK;
  }

  private String freeze() {
    if (!isOpen()) {
      return "MODE";
    }
    boolean isLate =
        committedTo < entries.size()
            && now >= entries.get(committedTo).due + times.freeze - times.inclusion;
    if (!isLate && !fraudFreeze) {
      return "NOT_FREEZABLE";
    }
    mode = "FREEZING";
    return OK;
  }

  private String seal() {
    if (!mode.equals("FREEZING")) {
      return "MODE";
    }
    if (lastFinal < chain.size()) {
      return "BATCHES_PENDING";
    }
    mode = "FROZEN";
    return OK;
  }

  private String refund(int index) {
    if (!mode.equals("FROZEN")) {
      return "MODE";
    }
    if (index < finalizedTo || index >= entries.size()) {
      return "ENTRY";
    }
    Entry entry = entries.get(index);
    if (entry.refunded) {
      return "SPENT";
    }
    entry.refunded = true;
    give(entry.payer, entry.fee);
    if (entry.amount > 0 && entry.asset >= 2) {
      items.put(entry.asset + "/" + entry.item, "credit " + entry.payer + " held");
    } else if (entry.amount > 0) {
      credits.merge(entry.payer + "/" + entry.asset, entry.amount, Long::sum);
    }
    return OK;
  }

  private String escape(Action.Escape a) {
    if (!mode.equals("FROZEN")) {
      return "MODE";
    }
    int snapshot = lastFinal == 0 ? -1 : chain.get(lastFinal - 1);
    if (a.isSpoiled() || a.batch() != snapshot || snapshot < 0) {
      return "PROOF";
    }
    Stake stake = all.get(a.batch()).says.stakes().get(a.claim());
    Payment payment = stake.at(a.index());
    if (payment.asset() < 0) {
      return "ASSET";
    }
    if (payment.amount() == 0) {
      return "CLAIM_INDEX";
    }
    if (spent.contains("escape " + a.claim() + " " + a.index())) {
      return "SPENT";
    }
    if (payment.asset() >= 2) {
      String refusal = release(payment.asset(), payment.item(), payment.account());
      if (!refusal.equals(OK)) {
        return refusal;
      }
    } else {
      if (payment.amount() > free(payment.asset())) {
        return "CUSTODY_CAP";
      }
      escaped[payment.asset()] += payment.amount();
      credits.merge(payment.account() + "/" + payment.asset(), payment.amount(), Long::sum);
    }
    spent.add("escape " + a.claim() + " " + a.index());
    return OK;
  }

  private String postFunds(Action.PostFunds a) {
    if (a.amount() == 0) {
      return "FUNDS";
    }
    if (!move(a.by(), CUSTODIAN, 4, a.amount())) {
      return "TRANSFER";
    }
    give(a.by(), a.amount());
    return OK;
  }

  private String collectFunds(Action.CollectFunds a) {
    if (a.amount() == 0 || funds.getOrDefault(a.by(), 0L) < a.amount()) {
      return "FUNDS";
    }
    give(a.by(), -a.amount());
    move(CUSTODIAN, a.to(), 4, a.amount());
    return OK;
  }
}
