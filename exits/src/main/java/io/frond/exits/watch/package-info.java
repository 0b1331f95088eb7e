/**
 * Watching a chain from what was published alone: the batches that its parent has, the module jar
 * and nothing else. Nothing here knows the operator, and everything that leaves is bytes for the
 * settlement.
 */
@NullMarked
package io.frond.exits.watch;

import org.jspecify.annotations.NullMarked;
