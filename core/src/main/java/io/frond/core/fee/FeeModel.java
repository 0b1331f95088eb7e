package io.frond.core.fee;

import io.frond.vm.Context;
import io.frond.vm.StateItem;
import io.frond.vm.StateView;
import java.util.List;

/**
 * Names what a transaction costs; the transition moves it. Part of consensus: integers only, no
 * clock, no randomness, nothing but its arguments and its own state.
 */
public interface FeeModel {
  /**
   * Name and parameters in canonical text; the params hash binds it. At most 200 ASCII characters.
   */
  String canonicalName();

  /** The model's own state: proved like everything else, invisible to modules. */
  default List<StateItem> state() {
    return List.of();
  }

  /** What a transaction may cost at most; asked before execution, reads only. */
  Quote quote(StateView fees, PricedTransaction transaction);

  /**
   * What a transaction costs; asked after execution, also of one that failed. The sum is at most
   * the quote's maximum: more is a defect of the model and stops the node.
   */
  Bill bill(Context fees, Quote quote, Usage used);

  /** Moves prices, at the end of a block and nowhere else. */
  default void endBlock(Context fees, Usage block) {}
}
