package io.frond.exits.settlement;

import io.frond.core.ordering.TrustLabel;
import io.frond.vm.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The times and sizes of a settlement, in parent blocks unless they say otherwise.
 *
 * @param evidence why the parent accepts a batch
 * @param deadlines what happens by when
 * @param capacity how much the operator must be able to do
 * @param protection how slowly the rules can change
 */
public record SettlementParams(
    TrustLabel evidence, Deadlines deadlines, Capacity capacity, Protection protection) {
  /**
   * What happens by when.
   *
   * @param confirmations {@code C_conf}: blocks on top of an entry before it counts
   * @param inclusion {@code D_incl}: an entry is due so long after it was enqueued
   * @param freeze {@code D_frz}: the chain can be frozen so long after an entry was enqueued
   * @param window {@code W}: a batch can be disputed so long; 0 unless it is re-executed
   * @param callDelay {@code delta}: the parent may hold a call so long
   * @param maxLag {@code MAX_LAG}: a batch refers to no older parent block
   */
  public record Deadlines(
      long confirmations, long inclusion, long freeze, long window, long callDelay, long maxLag) {}

  /**
   * How much the operator must be able to do.
   *
   * @param entriesPerBlock {@code C}: inbox entries that it executes in one parent block
   * @param maxBatchEntries {@code M}: inbox entries that one batch may consume
   * @param maxPending batches that may wait to be final
   */
  public record Capacity(long entriesPerBlock, long maxBatchEntries, long maxPending) {}

  /**
   * How slowly the rules can change.
   *
   * @param upgradeDelay {@code U_w}: an announced change takes effect so much later
   * @param longestLock the longest time that a module may bind value
   * @param fraudWindow {@code FRAUD_WIN}: two proven frauds within it allow a freeze
   * @param pauseMax the longest pause; 0 if there is none
   * @param pauseCooldown the shortest time between two pauses
   */
  public record Protection(
      long upgradeDelay, long longestLock, long fraudWindow, long pauseMax, long pauseCooldown) {}

  /** Ethereum, with a quorum. */
  public static final SettlementParams ETHEREUM =
      preset(TrustLabel.QUORUM, new Deadlines(64, 7_200, 50_400, 0, 300, 1_200), 4, 216_000);

  /** Ethereum, with a quorum and shorter times that a game declares. */
  public static final SettlementParams GAME =
      preset(TrustLabel.QUORUM, new Deadlines(64, 1_800, 14_400, 0, 300, 1_200), 4, 50_400);

  /** A Frond parent that itself settles by {@link #GAME}. */
  public static final SettlementParams LAYER_ON_GAME =
      preset(
          TrustLabel.REEXECUTION, new Deadlines(0, 1_800, 14_400, 7_200, 2_100, 1_200), 16, 50_400);

  /** A Frond parent that itself settles by {@link #ETHEREUM}. */
  public static final SettlementParams LAYER_ON_ETHEREUM =
      preset(
          TrustLabel.REEXECUTION,
          new Deadlines(0, 1_800, 50_400, 18_000, 7_500, 1_200),
          16,
          50_400);

  /** The parent in the same process. */
  public static final SettlementParams IN_PROCESS =
      new SettlementParams(
          TrustLabel.REEXECUTION,
          new Deadlines(0, 5, 20, 10, 0, 5),
          new Capacity(4, 16, 256),
          new Protection(30 + 20, 0, 100, 0, 0));

  private static SettlementParams preset(
      TrustLabel evidence, Deadlines deadlines, long entriesPerBlock, long margin) {
    long bound = deadlines.freeze + deadlines.window + 4 * deadlines.callDelay;
    return new SettlementParams(
        evidence,
        deadlines,
        new Capacity(entriesPerBlock, 1_024, 256),
        new Protection(bound + margin, 0, 216_000, 0, 0));
  }

  /** These parameters for a chain whose modules bind value for at most so many parent blocks. */
  public SettlementParams withLongestLock(long longestLock) {
    long more = longestLock - protection.longestLock;
    return new SettlementParams(
        evidence,
        deadlines,
        capacity,
        new Protection(
            protection.upgradeDelay + more,
            longestLock,
            protection.fraudWindow,
            protection.pauseMax,
            protection.pauseCooldown));
  }

  /**
   * {@code N}: within so many parent blocks after its forced exit an account has what is its own,
   * whatever the operator does; entries ahead of it add their number over {@code C}.
   */
  public long exitBound() {
    long pause = protection.pauseMax == 0 ? 0 : protection.pauseMax + deadlines.callDelay;
    return deadlines.freeze
        + deadlines.window
        + 4 * deadlines.callDelay
        + protection.longestLock
        + pause;
  }

  /** {@link #exitBound} while the operator is live. */
  public long liveExitBound() {
    return deadlines.inclusion + deadlines.window;
  }

  /** The inequalities that do not hold, by which a registration is refused; empty if all do. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    Deadlines d = deadlines;
    long slack = d.freeze - d.inclusion;
    boolean reexecutes = evidence == TrustLabel.REEXECUTION;
    check(problems, capacity.entriesPerBlock >= 1, "C >= 1");
    check(problems, capacity.maxBatchEntries >= 1, "M >= 1");
    check(problems, capacity.maxPending >= 1, "maxPending >= 1");
    check(problems, d.confirmations >= 0 && d.callDelay >= 0, "C_conf and delta >= 0");
    check(
        problems,
        capacity.maxBatchEntries < Math.multiplyExact(slack, capacity.entriesPerBlock),
        "M / C < D_frz - D_incl");
    check(problems, d.inclusion > d.confirmations, "D_incl > C_conf");
    check(problems, slack > d.window + 2 * d.callDelay, "D_frz - D_incl > W + 2 delta");
    check(problems, d.maxLag > d.confirmations, "MAX_LAG > C_conf");
    check(problems, reexecutes ? d.window > d.maxLag : d.window == 0, "W > MAX_LAG, or 0");
    check(
        problems,
        protection.pauseMax == 0 || protection.pauseCooldown >= exitBound(),
        "cooldown >= N");
    check(problems, protection.upgradeDelay > exitBound(), "U_w > N");
    return problems;
  }

  /** The canonical bytes, part of the config's hash. */
  void write(ByteWriter out) {
    out.u8(evidence.code());
    out.u64(deadlines.confirmations).u64(deadlines.inclusion).u64(deadlines.freeze);
    out.u64(deadlines.window).u64(deadlines.callDelay).u64(deadlines.maxLag);
    out.u64(capacity.entriesPerBlock).u64(capacity.maxBatchEntries).u64(capacity.maxPending);
    out.u64(protection.upgradeDelay).u64(protection.longestLock).u64(protection.fraudWindow);
    out.u64(protection.pauseMax).u64(protection.pauseCooldown);
  }

  private static void check(List<String> problems, boolean holds, String inequality) {
    if (!holds) {
      problems.add(inequality);
    }
  }
}
