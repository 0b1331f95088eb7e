package io.frond.vm;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One value of a module's state, absent until it is set unless it has an initial value. Declare it
 * {@code static final}, so that the compiler folds its index.
 *
 * @param <V> an immutable value type
 */
public final class Cell<V> implements StateItem {
  private final int index = StateItems.nextIndex();
  private final String name;
  private final Codec<V> codec;
  private final @Nullable V initial;

  private Cell(String name, Codec<V> codec, @Nullable V initial) {
    this.name = StateItems.checkName(name);
    this.codec = codec;
    this.initial = initial;
  }

  /** A cell that is absent until it is set. */
  public static <V> Cell<V> of(String name, Codec<V> codec) {
    return new Cell<>(name, codec, null);
  }

  /** A cell that reads as {@code initial} while it is absent. */
  public static <V> Cell<V> of(String name, Codec<V> codec, V initial) {
    return new Cell<>(name, codec, initial);
  }

  /**
   * The value.
   *
   * @throws IllegalStateException if it is absent and has no initial value
   */
  public V get(StateView view) {
    V value = view.read(this);
    if (value != null) {
      return value;
    }
    if (initial == null) {
      throw new IllegalStateException("cell " + name + " is absent and has no initial value");
    }
    return initial;
  }

  /** The value, or empty if it is absent; never the initial value. */
  public Optional<V> find(StateView view) {
    return Optional.ofNullable(view.read(this));
  }

  /** Sets the value. */
  public void set(Context context, V value) {
    context.write(this, value);
  }

  /** Makes the cell absent. */
  public void remove(Context context) {
    context.write(this, null);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int index() {
    return index;
  }

  /** How the value is encoded. */
  public Codec<V> codec() {
    return codec;
  }
}
