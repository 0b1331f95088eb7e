package io.frond.core.transition;

import io.frond.core.fee.Dimension;

/** A transaction reached its limit of a dimension. No stack trace: an expected end. */
final class OutOfResource extends RuntimeException {
  private final Dimension dimension;

  OutOfResource(Dimension dimension) {
    super("out of " + dimension, null, false, false);
    this.dimension = dimension;
  }

  Dimension dimension() {
    return dimension;
  }
}
