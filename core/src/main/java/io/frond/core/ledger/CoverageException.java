package io.frond.core.ledger;

/**
 * Claims and custody of an asset moved apart in a block. A bug of the ledger, which no module can
 * cause; a node stops, and a block that does it is invalid.
 */
public final class CoverageException extends IllegalStateException {
  CoverageException(String message) {
    super(message);
  }
}
