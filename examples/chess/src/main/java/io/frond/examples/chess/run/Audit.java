package io.frond.examples.chess.run;

import io.frond.core.ordering.Receipt;
import io.frond.core.outcome.Event;
import io.frond.core.outcome.Status;
import io.frond.core.transition.Block;
import io.frond.core.transition.ChainRules;
import io.frond.core.transition.ExecutedBlock;
import io.frond.core.tx.Command;
import io.frond.core.tx.SignedTransaction;
import io.frond.core.tx.Transaction;
import io.frond.examples.chess.ChessCommand;
import io.frond.examples.chess.ChessEvents;
import io.frond.examples.chess.rules.Color;
import io.frond.exits.watch.BlockObserver;
import io.frond.testkit.audit.Auditor;
import io.frond.vm.Account;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Watches the published blocks while they are executed again, and keeps books of its own: what each
 * transaction came to against what the script says, what the ledger did, and whether every receipt
 * in somebody's hand says what happened.
 */
final class Audit implements BlockObserver {
  private final ChainRules rules;
  private final Map<Account, List<Boolean>> expected = new HashMap<>();
  private final Map<Account, Integer> sent = new HashMap<>();
  private final Map<Long, List<ExecutedBlock.Result>> results = new HashMap<>();
  private final Map<Long, ChessEvents.Ended> ended = new HashMap<>();
  private final Map<Long, Integer> moves = new HashMap<>();
  private final Auditor ledger = new Auditor(Set.of());
  private final List<String> faults = new ArrayList<>();
  private long transactions;
  private long refused;
  private long blocks;
  private long bytes;

  Audit(ChainRules rules, Cast cast) {
    this.rules = rules;
    for (Pairing pairing : cast.pairings()) {
      for (ScriptStep step : pairing.script()) {
        Player player = step.by() == Color.WHITE ? pairing.white() : pairing.black();
        expected.computeIfAbsent(player.account(), none -> new ArrayList<>()).add(step.legal());
      }
    }
  }

  @Override
  public void followed(Block block, ExecutedBlock executed) {
    blocks++;
    bytes += block.encode(rules.format()).size();
    results.put(block.number(), executed.results());
    for (ExecutedBlock.Result result : executed.results()) {
      ledger.book(result.outcome().encode().toArrayUnsafe());
      result.outcome().events().forEach(this::take);
    }
    for (int i = 0; i < block.transactions().size(); i++) {
      ExecutedBlock.Result result = executed.results().get(block.inboxEntries() + i);
      take(block.transactions().get(i), result.outcome().status());
    }
  }

  private void take(Event event) {
    if (event.name().equals(ChessEvents.ENDED.name())) {
      ChessEvents.Ended end = ChessEvents.ENDED.codec().decode(event.data());
      ended.put(end.game(), end);
    }
  }

  private void take(SignedTransaction signed, Status status) {
    transactions++;
    Transaction transaction = signed.transaction();
    int number = sent.merge(transaction.sender(), 1, Integer::sum) - 1;
    List<Boolean> script = expected.getOrDefault(transaction.sender(), List.of());
    boolean legal = number >= script.size() || script.get(number);
    if (legal != status.isSuccess() || !(legal || status instanceof Status.Reverted)) {
      faults.add("transaction " + number + " of " + transaction.sender() + " came to " + status);
    }
    if (status instanceof Status.Reverted) {
      refused++;
    }
    Command command = transaction.commands().commands().get(0);
    if (status.isSuccess()
        && rules.catalog().find(command.wireType()).orElseThrow().decode(command.fields())
            instanceof ChessCommand.Move move) {
      moves.merge(move.game(), 1, Integer::sum);
    }
  }

  /** How a game was paid; empty if it has not ended. */
  Optional<ChessEvents.Ended> end(long game) {
    return Optional.ofNullable(ended.get(game));
  }

  /** How many moves were made in a game. */
  int moves(long game) {
    return moves.getOrDefault(game, 0);
  }

  /** How many moves were made in all games. */
  long moves() {
    return moves.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** How many of these receipts say what is not so. */
  long broken(List<Receipt> receipts) {
    return receipts.stream().filter(receipt -> !isKept(receipt)).count();
  }

  private boolean isKept(Receipt receipt) {
    List<ExecutedBlock.Result> block = results.getOrDefault(receipt.place().block(), List.of());
    int position = receipt.place().position();
    return position < block.size()
        && block.get(position).id().equals(receipt.transactionId())
        && block.get(position).outcomeHash().equals(receipt.outcomeHash());
  }

  /** The naive books of the ledger. */
  Auditor ledger() {
    return ledger;
  }

  /** What went another way than the scripts say. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  long transactions() {
    return transactions;
  }

  long refused() {
    return refused;
  }

  long blocks() {
    return blocks;
  }

  /** Bytes of published block data. */
  long bytes() {
    return bytes;
  }
}
