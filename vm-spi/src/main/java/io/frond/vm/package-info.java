/**
 * What an application author writes against: a module of rules, its typed state, the ledger it may
 * move, and the codec of its commands.
 *
 * <p>{@link io.frond.vm.ExecutionModule} is what an author implements; {@link io.frond.vm.Cell},
 * {@link io.frond.vm.Table} and {@link io.frond.vm.SortedTable} hold its state; {@link
 * io.frond.vm.Context} is what a command may do, {@link io.frond.vm.Ledger} what it may do with
 * value, and {@link io.frond.vm.Revert} how it refuses. {@link io.frond.vm.Codec} gives commands,
 * events and state values their one binary encoding, {@link io.frond.vm.Schema} says its shape, and
 * {@link io.frond.vm.JsonForm} shows it to people.
 *
 * <p>Everything here is part of consensus. Code that runs inside {@link
 * io.frond.vm.ExecutionModule#execute} must be deterministic: no clock, random, input or output,
 * threads, floating point, locale or unordered iteration. Values handed over are immutable and
 * never null unless a signature says {@code @Nullable}. Nothing in this package is safe for use by
 * several threads at once, but for immutable values and {@link io.frond.vm.Codec}s.
 */
@NullMarked
package io.frond.vm;

import org.jspecify.annotations.NullMarked;
