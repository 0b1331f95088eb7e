/**
 * The typed state of a chain instance while it runs: a slot for each value, an undo journal, and
 * what changed in the block. Values are plain immutable objects; they are encoded and hashed once
 * per block, for what changed.
 *
 * <p>Nothing here is safe for several threads: one thread executes a chain.
 */
@NullMarked
package io.frond.core.items;

import org.jspecify.annotations.NullMarked;
