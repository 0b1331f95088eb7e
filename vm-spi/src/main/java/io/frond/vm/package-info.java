/**
 * What an application author writes against: a module of rules, its typed state, the ledger it may
 * move, and the codec of its commands.
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
