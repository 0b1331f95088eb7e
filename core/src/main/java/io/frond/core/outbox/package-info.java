/** What leaves for the parent: the withdrawals of a batch and their proofs. */
@NullMarked
package io.frond.core.outbox;

import org.jspecify.annotations.NullMarked;
