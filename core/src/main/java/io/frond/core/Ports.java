package io.frond.core;

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
import io.frond.core.tx.Signer;
import io.frond.core.tx.TransactionRules;
import io.frond.core.tx.TransactionVerifier;
import java.util.function.Consumer;

/** All that a chain is made of. */
record Ports(Rules rules, Operator operator, Parent parent, Storage storage, ChainOptions options) {
  /** What the chain is. */
  record Rules(
      ChainRules chain,
      TransactionRules transactions,
      TransactionVerifier verifier,
      StateTransition transition) {}

  /** Who runs it, and how. */
  record Operator(
      Signer signer,
      AdmissionPolicy admission,
      OrderingPolicy ordering,
      InboxPolicy inbox,
      Consumer<ChainEvent> events,
      boolean isAfterLoss) {}

  /** Where it is settled. */
  record Parent(
      ParentReader reader, ParentWriter writer, DataAvailability data, ProofSystem proofs) {}

  /** Where it is kept. */
  record Storage(Environment environment, ChainLog log, StateStore states) {}
}
