package io.frond.core.ledger;

import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import java.util.Arrays;

/**
 * By how much the claims of each asset moved more than its custody in this block. Every ledger
 * write moves one or both; they must stay equal, because each unit that the parent holds is covered
 * by exactly one claim. The latest moves are kept too, so that they can be undone.
 */
final class Coverage {
  private final Assets assets;
  private final int[] ordinals = new int[Asset.MAX_INDEX + 1];
  private final long[] excess;
  private int[] movedOrdinals = new int[256];
  private long[] moves = new long[256];
  private int size;

  Coverage(Assets assets) {
    this.assets = assets;
    this.excess = new long[assets.all().size()];
    Arrays.fill(ordinals, -1);
    for (int i = 0; i < excess.length; i++) {
      ordinals[assets.all().get(i).index()] = i;
    }
  }

  /** Makes this the point that {@link #undo} goes back to. */
  void save() {
    size = 0;
  }

  void undo() {
    while (size > 0) {
      size--;
      excess[movedOrdinals[size]] -= moves[size];
    }
  }

  void claimed(int assetIndex, long delta) {
    if (size == moves.length) {
      movedOrdinals = Arrays.copyOf(movedOrdinals, size * 2);
      moves = Arrays.copyOf(moves, size * 2);
    }
    int ordinal = ordinals[assetIndex];
    excess[ordinal] += delta;
    movedOrdinals[size] = ordinal;
    moves[size++] = delta;
  }

  void held(int assetIndex, long delta) {
    claimed(assetIndex, -delta);
  }

  /**
   * Checks that claims moved exactly as custody did.
   *
   * @throws CoverageException naming the asset; a bug of the ledger, never of a module
   */
  void check() {
    for (int i = 0; i < excess.length; i++) {
      if (excess[i] != 0) {
        throw new CoverageException(
            "coverage of "
                + assets.all().get(i).symbol()
                + ": claims moved by "
                + excess[i]
                + " more than custody");
      }
    }
  }

  void clear() {
    Arrays.fill(excess, 0);
    size = 0;
  }
}
