package io.frond.exits.model;

import io.frond.exits.model.Action.Leaving;
import io.frond.exits.model.Action.Proposal;
import io.frond.exits.model.Action.Spoil;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Chooses the next action with an eye on the model, so that traces go somewhere. */
final class TraceGenerator {
  private final SplittableRandom random;
  private final ReferenceModel model;
  private final List<ChainState> states = new ArrayList<>(); // of each commit
  private final List<Boolean> honest = new ArrayList<>();
  private final boolean isCalm; // an operator that serves everybody, mostly
  private final int doom; // after so many steps the operator stops
  private int steps;
  private ChainState proposed = new ChainState();
  private boolean isProposedHonest;

  TraceGenerator(SplittableRandom random, ReferenceModel model) {
    this.random = random;
    this.model = model;
    this.isCalm = random.nextInt(3) > 0;
    this.doom = random.nextInt(5) < 2 ? 8 + random.nextInt(25) : Integer.MAX_VALUE;
  }

  /** Tells whether the last proposal was committed. */
  void committed() {
    states.add(proposed);
    int parent = model.all.get(model.all.size() - 1).previous;
    honest.add(isProposedHonest && (parent < 0 || honest.get(parent)));
  }

  /** The state of the last final batch if everything up to it is honest, else null. */
  @Nullable ChainState finalState() {
    if (model.lastFinal == 0) {
      return new ChainState();
    }
    int place = model.chain.get(model.lastFinal - 1);
    return honest.get(place) ? states.get(place) : null;
  }

  Action next() {
    if (model.mode.equals("FROZEN") && random.nextInt(6) > 0) {
      return frozen();
    }
    if (model.mode.equals("FREEZING") && random.nextInt(3) > 0) {
      return freezing();
    }
    steps++;
    if (steps > doom && model.isOpen()) {
      return doomed();
    }
    int dice = random.nextInt(100);
    if (dice < 20) {
      return new Action.Mine(1 + random.nextInt(isCalm ? 5 : 12));
    } else if (dice < 32) {
      return deposit();
    } else if (dice < 40) {
      return request();
    } else if (dice < 60) {
      return commit();
    } else if (dice < 69) {
      return finalizeSome();
    } else if (dice < 76) {
      return challenge();
    } else if (dice < 85) {
      return claim();
    } else if (dice < 91) {
      return withdraw();
    } else if (dice < 94) {
      return new Action.Freeze();
    } else if (dice < 97) {
      return settleBond();
    }
    return seldom();
  }

  /** The operator stopped; somebody closes the chain. */
  private Action doomed() {
    boolean isWaiting = model.committedTo < model.entries.size();
    return switch (random.nextInt(5)) {
      case 0, 1 -> isWaiting ? new Action.Mine(9) : deposit();
      case 2 -> model.chain.size() > model.lastFinal ? finalizeSome() : new Action.Mine(3);
      default -> isWaiting ? new Action.Freeze() : request();
    };
  }

  private Action frozen() {
    return switch (random.nextInt(6)) {
      case 0 -> new Action.Refund(random.nextInt(model.entries.size() + 1));
      case 1 -> withdraw();
      case 2 -> claim();
      default -> escape();
    };
  }

  private Action freezing() {
    return switch (random.nextInt(4)) {
      case 0 -> new Action.Mine(4);
      case 1 -> finalizeSome();
      case 2 -> challenge();
      default -> new Action.Seal();
    };
  }

  private Action request() {
    int account = user();
    int by = random.nextInt(6) == 0 ? user() : account;
    return switch (random.nextInt(8)) {
      case 0 -> new Action.Revoke(by, account);
      case 1 -> new Action.ForceTransaction(by);
      default -> new Action.ForceExit(by, account, random.nextInt(9) / 3, maxFee());
    };
  }

  private Action seldom() {
    return switch (random.nextInt(6)) {
      case 0 -> new Action.Seal();
      case 1 -> new Action.Refund(random.nextInt(model.entries.size() + 1));
      case 2 -> new Action.SetRecipient(user(), user());
      case 3 -> new Action.ForceExit(0, 0, 3, maxFee());
      default -> money();
    };
  }

  private int user() {
    return random.nextInt(ChainState.USERS);
  }

  private long maxFee() {
    return random.nextInt(20) == 0 ? random.nextInt(3) : Long.MAX_VALUE;
  }

  private Action deposit() {
    int by = random.nextInt(8) == 0 ? user() : random.nextInt(4);
    int asset = random.nextInt(5) == 0 ? 2 + random.nextInt(2) : random.nextInt(2);
    if (asset >= 2) {
      return new Action.Deposit(by, user(), asset, 1, random.nextInt(4), maxFee());
    }
    long amount = 1 + random.nextLong(random.nextInt(12) == 0 ? 3_000_000 : 900);
    return new Action.Deposit(by, user(), asset, amount, 0, maxFee());
  }

  private Action commit() {
    int outsider = model.proposerOpen ? 3 : 16;
    int by = random.nextInt(outsider) > 0 ? 0 : random.nextInt(3) == 0 ? user() : 1;
    int waiting = model.entries.size() - model.committedTo;
    int confirmed = 0;
    while (confirmed < Math.min(waiting, model.times.maxEntries())
        && model.entries.get(model.committedTo + confirmed).at + model.times.confirmations()
            <= model.now) {
      confirmed++;
    }
    int consumed =
        random.nextInt(isCalm ? 10 : 3) > 0
            ? confirmed
            : random.nextInt((int) Math.min(waiting + 2L, model.times.maxEntries() + 2));
    int tip = model.chain.isEmpty() ? -1 : model.chain.get(model.chain.size() - 1);
    proposed = tip < 0 ? new ChainState() : states.get(tip).copy();
    List<Leaving> leaving = new ArrayList<>();
    int end = Math.min(model.entries.size(), model.committedTo + consumed);
    model.entries.subList(model.committedTo, end).forEach(e -> proposed.consume(e, leaving));
    for (int i = random.nextInt(9); i > 0; i--) {
      proposed.live(random, leaving);
    }
    return new Action.Commit(by, proposal(consumed, leaving));
  }

  private Proposal proposal(int consumed, List<Leaving> leaving) {
    long[] totals = new long[2];
    leaving.stream().filter(l -> l.asset() < 2).forEach(l -> totals[l.asset()] += l.amount());
    List<Stake> stakes = new ArrayList<>(proposed.stakes());
    List<Boolean> frauds = new ArrayList<>();
    for (int i = random.nextInt(4) == 0 ? 3 : 1; i > 0; i--) {
      frauds.add(false);
    }
    int cheat = random.nextInt(isCalm ? 40 : 14);
    isProposedHonest = cheat > 3;
    if (cheat == 0) {
      frauds.set(random.nextInt(frauds.size()), true);
    } else if (cheat == 1 && !leaving.isEmpty()) {
      totals[random.nextInt(2)] += 1 + random.nextInt(2_000);
    } else if (cheat == 2) {
      leaving.add(new Leaving(user(), random.nextInt(2), 1 + random.nextInt(2_000), 0));
    } else if (cheat == 3) {
      stakes.removeIf(stake -> stake instanceof Stake.Balances);
      stakes.add(new Stake.Balances(user(), 1 + random.nextInt(2_000), random.nextInt(2_000)));
    }
    boolean isSpoiled = random.nextInt(12) == 0;
    Spoil spoil = isSpoiled ? List.of(Spoil.values()).get(random.nextInt(14)) : Spoil.NONE;
    int lag = random.nextInt(10) == 0 ? random.nextInt(8) : random.nextInt(2);
    return new Proposal(
        consumed, lag, frauds, List.copyOf(leaving), totals[0], totals[1], stakes, spoil);
  }

  private Action finalizeSome() {
    int last = model.chain.size();
    return new Action.Finalize(random.nextInt(4) == 0 ? random.nextInt(last + 2) : last);
  }

  private Action challenge() {
    if (model.all.isEmpty()) {
      return new Action.Mine(1);
    }
    int batch = recent();
    for (int place : model.chain) {
      boolean isWrong = model.all.get(place).says.fraudByBlock().contains(true);
      batch = isWrong && random.nextInt(3) > 0 ? place : batch;
    }
    List<Boolean> blocks = model.all.get(batch).says.fraudByBlock();
    int wrong = blocks.indexOf(true);
    int block = wrong >= 0 && random.nextInt(3) > 0 ? wrong : random.nextInt(blocks.size());
    return new Action.Challenge(user(), batch, block, random.nextInt(6) > 0);
  }

  private int recent() {
    int size = model.all.size();
    return random.nextBoolean() ? size - 1 : random.nextInt(size);
  }

  private Action settleBond() {
    for (int place = 0; place < model.all.size(); place++) {
      ReferenceModel.Batch batch = model.all.get(place);
      boolean isGone = batch.previous >= 0 && model.all.get(batch.previous).culprit >= 0;
      if (isGone && !batch.isSettled && random.nextInt(3) > 0) {
        return new Action.SettleBond(place);
      }
    }
    return model.all.isEmpty() ? new Action.Mine(1) : new Action.SettleBond(recent());
  }

  private Action claim() {
    List<Action.Place> places = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0 && !model.all.isEmpty(); i--) {
      int batch =
          model.lastFinal > 0 && random.nextInt(8) > 0
              ? model.chain.get(random.nextInt(model.lastFinal))
              : random.nextInt(model.all.size());
      int count = model.all.get(batch).says.leaving().size();
      if (count > 0) {
        places.add(new Action.Place(batch, random.nextInt(count), random.nextInt(12) == 0));
      }
    }
    return places.isEmpty() ? new Action.Mine(1) : new Action.Claim(places);
  }

  private Action withdraw() {
    List<String> owed = new ArrayList<>();
    model.credits.forEach((key, quanta) -> owed.add(quanta > 0 ? key : "0/0"));
    owed.sort(null);
    String key = owed.isEmpty() ? "0/0" : owed.get(random.nextInt(owed.size()));
    boolean isAny = random.nextInt(3) == 0;
    int account = isAny ? user() : key.charAt(0) - '0';
    int asset = isAny ? random.nextInt(4) : key.charAt(2) - '0';
    int item = asset < 2 ? 0 : random.nextInt(4);
    int by = random.nextInt(5) == 0 ? user() : account;
    return new Action.Withdraw(by, account, asset, item, random.nextInt(4));
  }

  private Action escape() {
    if (model.all.isEmpty()) {
      return new Action.Mine(1);
    }
    int snapshot = model.lastFinal == 0 ? 0 : model.chain.get(model.lastFinal - 1);
    int batch = random.nextInt(20) == 0 ? random.nextInt(model.all.size()) : snapshot;
    int claims = model.all.get(batch).says.stakes().size();
    if (claims == 0) {
      return new Action.Mine(1);
    }
    int index = random.nextInt(4) == 0 ? random.nextInt(6) : random.nextInt(3) == 0 ? 3 : 0;
    return new Action.Escape(batch, random.nextInt(claims), index, random.nextInt(20) == 0);
  }

  private Action money() {
    int by = user();
    return random.nextBoolean()
        ? new Action.PostFunds(by, random.nextInt(500))
        : new Action.CollectFunds(
            by,
            random.nextInt(3) == 0 ? model.funds.getOrDefault(by, 0L) : random.nextInt(300),
            random.nextInt(4));
  }
}
