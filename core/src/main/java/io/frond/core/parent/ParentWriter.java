package io.frond.core.parent;

import org.apache.tuweni.bytes.Bytes;

/** What an operator sends to the parent. The adapter signs or pays in whatever way it must. */
public interface ParentWriter {
  /**
   * Commits the next batch.
   *
   * @param batch {@code Batch.encode()}, the data included or, where it lives elsewhere, without it
   * @param evidence what the chain's proof system gave; empty for re-execution
   */
  ParentAnswer commit(Bytes batch, Bytes evidence);

  /** Finalises batches in order up to this number, as far as they are ready. */
  ParentAnswer finalizeThrough(long number);
}
