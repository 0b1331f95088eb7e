package io.frond.vm;

import java.util.Optional;

/**
 * Values of a module's state by key, with no order and no iteration. Declare it {@code static
 * final}.
 *
 * @param <K> an immutable key type with {@code equals} and {@code hashCode} by value
 * @param <V> an immutable value type
 */
public final class Table<K, V> implements StateItem {
  private final int index = StateItems.nextIndex();
  private final String name;
  private final Codec<K> keyCodec;
  private final Codec<V> codec;

  private Table(String name, Codec<K> keyCodec, Codec<V> codec) {
    this.name = StateItems.checkName(name);
    this.keyCodec = keyCodec;
    this.codec = codec;
  }

  /** An empty table. */
  public static <K, V> Table<K, V> of(String name, Codec<K> keyCodec, Codec<V> codec) {
    return new Table<>(name, keyCodec, codec);
  }

  /**
   * The value at {@code key}.
   *
   * @throws Revert if there is none; use {@link #find} where absence is ordinary
   */
  public V get(StateView view, K key) {
    V value = view.read(this, key);
    if (value == null) {
      throw Revert.because("no such entry in " + name);
    }
    return value;
  }

  /** The value at {@code key}, or empty. */
  public Optional<V> find(StateView view, K key) {
    return Optional.ofNullable(view.read(this, key));
  }

  /** Sets the value at {@code key}. */
  public void set(Context context, K key, V value) {
    context.write(this, key, value);
  }

  /** Removes the value at {@code key}, if there is one. */
  public void remove(Context context, K key) {
    context.write(this, key, null);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int index() {
    return index;
  }

  /** How a key is encoded. */
  public Codec<K> keyCodec() {
    return keyCodec;
  }

  /** How a value is encoded. */
  public Codec<V> codec() {
    return codec;
  }
}
