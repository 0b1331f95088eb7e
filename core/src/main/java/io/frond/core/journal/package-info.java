/**
 * What the operator writes down, in canonical records over a {@link io.frond.core.log.ChainLog}:
 * blocks with the inbox entries that they consumed, ends of group commits, batches, rewinds. From
 * these records alone a chain comes back, without its parent.
 */
@NullMarked
package io.frond.core.journal;

import org.jspecify.annotations.NullMarked;
