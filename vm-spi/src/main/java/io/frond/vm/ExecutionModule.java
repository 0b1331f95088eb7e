package io.frond.vm;

import java.util.List;

/**
 * The rules of an application: one deterministic function from a command and the state to a new
 * state.
 *
 * <p>An instance holds no mutable state of its own; everything that lasts lives in the {@link
 * StateItem}s it declares and in the {@link Ledger}. The chain calls it from one thread at a time.
 * It fails in one way, {@link Revert}. Any other exception is a failed transaction that records the
 * exception's class name; an {@link Error} stops the node.
 *
 * @param <C> the command: a record, or a sealed interface of records each with {@link CommandType}
 */
public interface ExecutionModule<C> {
  /**
   * The codec of the commands, from {@link Codec#of(Class)}; called once, when the chain is built,
   * and refused if {@link CommandCodec#checked} refuses it.
   */
  Codec<C> codec();

  /** Every state item that this module reads or writes; called once, when the chain is built. */
  List<StateItem> state();

  /** Applies one command of {@code context.sender()}. */
  void execute(C command, Context context);

  /** Writes the state that the chain starts with. There is no sender and nothing to pay with. */
  default void genesis(Context context) {}

  /** Runs after the last transaction of every block, on the block's own budget; no sender. */
  default void blockEnd(Context context) {}

  /**
   * Unwinds what {@code account} has tied up in this module, so that it can leave too. Runs before
   * a forced exit pays, on the forced budget. A failure undoes what it wrote and never stops the
   * exit.
   */
  default void onForcedExit(Account account, Context context) {}

  /** Receives a message from the parent chain, on the forced budget; no sender. */
  default void onMessage(Message message, Context context) {}
}
