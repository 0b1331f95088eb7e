package io.frond.core.transition;

import io.frond.core.chain.ParentReference;

/**
 * What is fixed of a block before anything runs.
 *
 * @param number one more than the block before
 * @param timeMs milliseconds since 1970, never below the block before
 * @param reference the parent block it refers to, never below the block before's
 * @param referenceTimeMs that parent block's time
 * @param batch number of the batch that the block belongs to
 * @param firstOfBatch whether it is the batch's first
 */
public record BlockStart(
    long number,
    long timeMs,
    ParentReference reference,
    long referenceTimeMs,
    long batch,
    boolean firstOfBatch) {}
