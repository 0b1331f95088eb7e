/**
 * The one pure function of a chain: from a state and a block to a new state and the outcomes. No
 * clock, no randomness, no input or output, no threads.
 *
 * <p>The way through: {@link io.frond.core.transition.ChainDefinition} (what the host chose) makes
 * {@link io.frond.core.transition.ChainRules} (what follows from it); {@link
 * io.frond.core.transition.ChainState} holds the state; {@link
 * io.frond.core.transition.BlockExecution} applies inbox entries and transactions one by one;
 * {@link io.frond.core.transition.StateTransition} applies whole blocks and says what is wrong with
 * one.
 */
@NullMarked
package io.frond.core.transition;

import org.jspecify.annotations.NullMarked;
