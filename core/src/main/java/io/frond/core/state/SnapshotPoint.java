package io.frond.core.state;

import org.apache.tuweni.bytes.Bytes32;

/**
 * When a snapshot was taken.
 *
 * @param logPosition the first log record that is not in the state: replay goes on there
 * @param blockNumber the last block in the state
 * @param stateRoot the root of the state
 */
public record SnapshotPoint(long logPosition, long blockNumber, Bytes32 stateRoot) {
  /** Checks the ranges and copies the root. */
  public SnapshotPoint {
    if (logPosition < 0 || blockNumber < 0) {
      throw new IllegalArgumentException(
          "expected a log position and a block of at least 0, actual "
              + logPosition
              + " and "
              + blockNumber);
    }
    stateRoot = Bytes32.wrap(stateRoot.toArray());
  }
}
