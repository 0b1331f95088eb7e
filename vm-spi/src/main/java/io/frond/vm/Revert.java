package io.frond.vm;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one way in which a module refuses a command: it undoes the transaction's writes and leaves
 * its template and arguments in the outcome. The message is never formatted in consensus, because
 * formatting follows the locale.
 *
 * <p>Template and arguments are outcome data, so they are of few types, bounded, and writable as
 * UTF-8: what is too long is cut here, and a half of a surrogate pair becomes a question mark. An
 * argument of another type is a bug and throws {@link IllegalArgumentException}.
 *
 * <p>Carries no stack trace: a refusal is an expected answer and on the hot path.
 */
public final class Revert extends RuntimeException {
  /** The longest template and the longest string argument, in characters; the rest is cut. */
  public static final int MAX_TEMPLATE_CHARS = 256;

  /** The most arguments; the rest are left out. */
  public static final int MAX_ARGUMENTS = 8;

  private final String template;
  private final transient List<Object> arguments;

  private Revert(String template, List<Object> arguments) {
    super(template, null, false, false);
    this.template = template;
    this.arguments = arguments;
  }

  /**
   * A refusal with this reason.
   *
   * @param template the reason, with a {@code %d} or {@code %s} for each argument
   * @param arguments longs, ints, booleans, strings, accounts, asset ids or enum constants
   */
  public static Revert because(String template, Object... arguments) {
    List<Object> kept = Stream.of(arguments).limit(MAX_ARGUMENTS).map(Revert::argument).toList();
    return new Revert(text(template), kept);
  }

  /** Refuses the command unless {@code condition} holds. */
  public static void unless(boolean condition, String reason) {
    if (!condition) {
      throw new Revert(text(reason), List.of());
    }
  }

  /** Refuses the command unless {@code condition} holds. */
  public static void unless(boolean condition, String template, long argument) {
    if (!condition) {
      throw new Revert(text(template), List.of(argument));
    }
  }

  /** Refuses the command unless {@code condition} holds. */
  public static void unless(boolean condition, String template, long first, long second) {
    if (!condition) {
      throw new Revert(text(template), List.of(first, second));
    }
  }

  /** Refuses the command unless {@code condition} holds; arguments as for {@link #because}. */
  public static void unless(boolean condition, String template, Object... arguments) {
    if (!condition) {
      throw because(template, arguments);
    }
  }

  /** The reason, with a placeholder for each argument. */
  public String template() {
    return template;
  }

  /**
   * What the placeholders stand for: at most {@value #MAX_ARGUMENTS} of {@link Long}, {@link
   * Integer}, {@link Boolean}, {@link String}, {@link Account}, {@link AssetId} or {@link Enum}.
   */
  public List<Object> arguments() {
    return arguments;
  }

  private static Object argument(Object argument) {
    if (argument instanceof String string) {
      return text(string);
    }
    if (argument instanceof Long
        || argument instanceof Integer
        || argument instanceof Boolean
        || argument instanceof Account
        || argument instanceof AssetId
        || argument instanceof Enum<?>) {
      return argument;
    }
    throw new IllegalArgumentException(
        "revert argument: expected a long, int, boolean, string, account, asset id or enum"
            + " constant, actual "
            + argument.getClass().getName());
  }

  private static String text(String text) {
    String kept = text.length() > MAX_TEMPLATE_CHARS ? text.substring(0, MAX_TEMPLATE_CHARS) : text;
    return Surrogates.firstUnpaired(kept) < 0
        ? kept
        : new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
