package io.frond.core;

import static java.util.Objects.requireNonNull;

import io.frond.core.admission.AdmissionPolicy;
import io.frond.core.data.DataAvailability;
import io.frond.core.environment.Environment;
import io.frond.core.log.ChainLog;
import io.frond.core.ordering.OrderingPolicy;
import io.frond.core.parent.ParentReader;
import io.frond.core.parent.ParentWriter;
import io.frond.core.proof.ProofSystem;
import io.frond.core.sequencing.InboxPolicy;
import io.frond.core.settling.ChainEvent;
import io.frond.core.state.StateStore;
import io.frond.core.transition.ChainRules;
import io.frond.core.transition.StateTransition;
import io.frond.core.tx.SignatureScheme;
import io.frond.core.tx.Signer;
import io.frond.core.tx.TransactionRules;
import io.frond.core.tx.TransactionVerifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts a chain together. A dangerous default has none: {@link #open} names everything that is
 * missing. One builder opens one chain at a time, and can open another.
 */
public final class AppChainBuilder {
  private @Nullable ChainRules rules;
  private @Nullable Environment environment;
  private @Nullable ParentReader parentReader;
  private @Nullable ParentWriter parentWriter;
  private @Nullable DataAvailability data;
  private @Nullable ProofSystem proofs;
  private @Nullable SignatureScheme signatures;
  private @Nullable Signer operator;
  private @Nullable AdmissionPolicy admission;
  private @Nullable OrderingPolicy ordering;
  private @Nullable ChainLog log;
  private @Nullable StateStore states;
  private @Nullable ChainOptions options;
  private InboxPolicy inbox = InboxPolicy.takeAll();
  private Consumer<ChainEvent> events = event -> {};
  private boolean isAfterLoss;

  AppChainBuilder() {}

  /** What the chain is. */
  public AppChainBuilder rules(ChainRules rules) {
    this.rules = rules;
    return this;
  }

  /** Time, randomness, disk. */
  public AppChainBuilder environment(Environment environment) {
    this.environment = environment;
    return this;
  }

  /** Where it is settled, and the operator's way to there. */
  public AppChainBuilder parent(ParentReader reader, ParentWriter writer) {
    this.parentReader = reader;
    this.parentWriter = writer;
    return this;
  }

  /** Where the data of batches goes; it travels in the commit. */
  public AppChainBuilder data(DataAvailability data) {
    this.data = data;
    return this;
  }

  /** What makes the evidence that a commit carries. */
  public AppChainBuilder proofs(ProofSystem proofs) {
    this.proofs = proofs;
    return this;
  }

  /** What checks signatures. */
  public AppChainBuilder signatures(SignatureScheme signatures) {
    this.signatures = signatures;
    return this;
  }

  /** What signs receipts; the same log with the same key in one process only. */
  public AppChainBuilder operator(Signer operator) {
    this.operator = operator;
    return this;
  }

  /** Who may wait for a block. */
  public AppChainBuilder admission(AdmissionPolicy admission) {
    this.admission = admission;
    return this;
  }

  /** In which order transactions enter blocks. */
  public AppChainBuilder ordering(OrderingPolicy ordering) {
    this.ordering = ordering;
    return this;
  }

  /** Where everything is written; it is closed with the chain. */
  public AppChainBuilder log(ChainLog log) {
    this.log = log;
    return this;
  }

  /** Where snapshots are kept. */
  public AppChainBuilder states(StateStore states) {
    this.states = states;
    return this;
  }

  /** How it is run. */
  public AppChainBuilder options(ChainOptions options) {
    this.options = options;
    return this;
  }

  /** Which inbox entries are consumed; all, if nothing is said. */
  public AppChainBuilder inbox(InboxPolicy inbox) {
    this.inbox = inbox;
    return this;
  }

  /** Who hears what no submission answers, on the stepping thread; nobody, if nothing is said. */
  public AppChainBuilder events(Consumer<ChainEvent> events) {
    this.events = events;
    return this;
  }

  /**
   * Says that the log may have lost promises, because it is a copy, or new although the operator
   * has signed before. Then nothing is promised in the settlement's present epoch: transactions
   * wait, and inbox entries are consumed.
   */
  public AppChainBuilder afterLoss() {
    this.isAfterLoss = true;
    return this;
  }

  /**
   * Opens the chain: a new one if its log is empty, else the one that is in the log.
   *
   * @throws IllegalStateException naming every part that was not given
   * @throws IllegalArgumentException if parts contradict each other
   * @throws io.frond.core.journal.LostLogException if the log ends before a snapshot
   * @throws io.frond.core.journal.ReplayMismatchException if the log's blocks now give another
   *     result
   */
  public AppChain open() {
    checkComplete();
    return new AppChain(
        new Ports(
            rules(),
            new Ports.Operator(
                requireNonNull(operator),
                requireNonNull(admission),
                requireNonNull(ordering),
                inbox,
                events,
                isAfterLoss),
            new Ports.Parent(
                requireNonNull(parentReader),
                requireNonNull(parentWriter),
                requireNonNull(data),
                requireNonNull(proofs)),
            new Ports.Storage(
                requireNonNull(environment), requireNonNull(log), requireNonNull(states)),
            requireNonNull(options)));
  }

  private Ports.Rules rules() {
    ChainRules chain = requireNonNull(rules);
    String bound = chain.definition().params().orderingPolicy();
    String given = requireNonNull(ordering).canonicalName();
    if (!bound.equals(given)) {
      throw new IllegalArgumentException(
          "ordering: expected " + bound + " as in the parameters, actual " + given);
    }
    TransactionRules transactions = chain.transactionRules();
    TransactionVerifier verifier = TransactionVerifier.of(transactions, requireNonNull(signatures));
    return new Ports.Rules(chain, transactions, verifier, new StateTransition(verifier));
  }

  private void checkComplete() {
    Map<String, @Nullable Object> parts = new LinkedHashMap<>();
    parts.put("rules", rules);
    parts.put("environment", environment);
    parts.put("parent", parentReader);
    parts.put("data", data);
    parts.put("proofs", proofs);
    parts.put("signatures", signatures);
    parts.put("operator", operator);
    parts.put("admission", admission);
    parts.put("ordering", ordering);
    parts.put("log", log);
    parts.put("states", states);
    parts.put("options", options);
    parts.values().removeIf(Objects::nonNull);
    if (!parts.isEmpty()) {
      throw new IllegalStateException("chain: still to be given " + parts.keySet());
    }
  }
}
