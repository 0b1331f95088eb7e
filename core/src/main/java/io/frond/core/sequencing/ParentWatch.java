package io.frond.core.sequencing;

import io.frond.core.parent.ParentBlock;
import io.frond.core.parent.ParentReader;
import io.frond.core.parent.ParentUnavailableException;
import io.frond.core.parent.SettlementStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the parent where things stand, and remembers it while the parent cannot be asked. For the
 * stepping thread.
 */
public final class ParentWatch {
  private final ParentReader parent;
  private final long confirmations;
  private @Nullable ParentView view;
  private long epoch = -1;
  private long epochSeenAt;
  private boolean isReachable = true;

  /**
   * Knows nothing yet.
   *
   * @param confirmations how many parent blocks must stand on top of what a block refers to
   */
  public ParentWatch(ParentReader parent, long confirmations) {
    this.parent = parent;
    this.confirmations = confirmations;
  }

  /**
   * Asks the parent.
   *
   * @return whether it answered
   */
  public boolean poll() {
    try {
      ParentBlock head = parent.head();
      SettlementStatus status = parent.settlement();
      Optional<ParentBlock> reference =
          head.height() < confirmations
              ? Optional.empty()
              : parent.at(head.height() - confirmations);
      reference.ifPresent(block -> view = new ParentView(head, block, status));
      if (status.epoch() != epoch) {
        epoch = status.epoch();
        epochSeenAt = head.height();
      }
      isReachable = true;
    } catch (ParentUnavailableException later) {
      isReachable = false;
    }
    return isReachable;
  }

  /** What it last said; empty before the first answer, and while the parent is too young. */
  public Optional<ParentView> view() {
    return Optional.ofNullable(view);
  }

  /** Whether it answered when it was last asked. */
  public boolean isReachable() {
    return isReachable;
  }

  /**
   * Whether the start of the epoch has so many confirmations that a promise in it will not lose its
   * ground. The epoch began when it was first seen, or earlier.
   *
   * @param promisedEpoch the epoch of the last promise, in which another is always right
   */
  public boolean isEpochConfirmed(long promisedEpoch) {
    ParentView now = view;
    return now != null
        && (now.status().epoch() == promisedEpoch
            || now.head().height() - epochSeenAt >= confirmations);
  }
}
