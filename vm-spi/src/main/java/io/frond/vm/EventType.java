package io.frond.vm;

/**
 * A kind of event that a module emits. Events are part of the outcome and so of what watchers
 * check, but not of the state.
 *
 * @param <E> an immutable value type
 */
public final class EventType<E> {
  private final String name;
  private final Codec<E> codec;

  private EventType(String name, Codec<E> codec) {
    this.name = StateItems.checkName(name);
    this.codec = codec;
  }

  /** A kind of event; the name follows the rules of {@link StateItem#name}. */
  public static <E> EventType<E> of(String name, Codec<E> codec) {
    return new EventType<>(name, codec);
  }

  /** Leaves {@code event} in the outcome of the transaction that runs. */
  public void emit(Context context, E event) {
    context.emit(this, event);
  }

  /** What the event is called in outcomes. */
  public String name() {
    return name;
  }

  /** How the event is encoded. */
  public Codec<E> codec() {
    return codec;
  }
}
