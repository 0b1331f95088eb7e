package io.frond.core;

import io.frond.core.admission.TransactionPool;
import io.frond.core.journal.BlockReplay;
import io.frond.core.journal.JournalRecord.SettledRecord;
import io.frond.core.log.ChainLog;
import io.frond.core.sequencing.BlockProducer;
import io.frond.core.sequencing.GroupCommit;
import io.frond.core.sequencing.InboxFeed;
import io.frond.core.settling.BatchBook;
import io.frond.core.settling.Settler;
import io.frond.core.transition.ChainState;

/**
 * The chain as its log has it: state, batches, receipts, and what works on them. When blocks are
 * taken back all of it is replaced at once by what the log then gives.
 */
final class Line {
  private final Ports ports;
  private final BlockReplay replay;
  private final TransactionPool pool;
  private final InboxFeed inbox;
  private Parts parts;
  private SettledRecord settled;

  /** What is replaced together. */
  private record Parts(
      ChainState state,
      BatchBook book,
      GroupCommit groups,
      BlockProducer producer,
      Settler settler) {}

  Line(Ports ports, BlockReplay replay, TransactionPool pool, InboxFeed inbox) {
    this.ports = ports;
    this.replay = replay;
    this.pool = pool;
    this.inbox = inbox;
    Recovery.Recovered recovered = new Recovery(ports, replay).recover();
    this.parts = partsOf(recovered);
    this.settled = recovered.settled();
  }

  /** Comes back from the log. */
  void reload() {
    Recovery.Recovered recovered = new Recovery(ports, replay).recover();
    parts = partsOf(recovered);
    settled = recovered.settled();
  }

  private Parts partsOf(Recovery.Recovered recovered) {
    ChainState state = recovered.state();
    GroupCommit groups =
        new GroupCommit(
            state.rules().suite(),
            ports.rules().transactions().domain(),
            ports.operator().signer(),
            ports.parent().proofs().label(),
            ports.storage().log(),
            recovered.tail());
    BlockProducer producer = new BlockProducer(state, ports.rules().transition(), pool, inbox);
    return new Parts(state, recovered.book(), groups, producer, settlerOf(recovered.book()));
  }

  private Settler settlerOf(BatchBook book) {
    ChainOptions.ParentTerms terms = ports.options().parent();
    return new Settler(
        book,
        new Settler.Ports(
            ports.parent().reader(),
            ports.parent().writer(),
            ports.parent().data(),
            ports.parent().proofs(),
            batch -> index -> new Witnesses(ports, replay).witness(batch.blocks().get(index))),
        new Settler.Terms(terms.window(), terms.maxLag()),
        ports.operator().events());
  }

  ChainLog log() {
    return ports.storage().log();
  }

  ChainState state() {
    return parts.state;
  }

  BatchBook book() {
    return parts.book;
  }

  GroupCommit groups() {
    return parts.groups;
  }

  BlockProducer producer() {
    return parts.producer;
  }

  Settler settler() {
    return parts.settler;
  }

  /** What the parent was last seen to have of our batches. */
  SettledRecord settled() {
    return settled;
  }

  void noteSettled(SettledRecord now) {
    log().append(now.encode());
    settled = now;
    book().finalized(now.finalized());
  }
}
