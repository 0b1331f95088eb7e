package io.frond.vm;

import java.util.List;

/**
 * The one way in which a module refuses a command: it undoes the transaction's writes and leaves
 * its template and arguments in the outcome. The message is never formatted in consensus, because
 * formatting follows the locale.
 *
 * <p>Carries no stack trace: a refusal is an expected answer and on the hot path.
 */
public final class Revert extends RuntimeException {
  /** Longest template in characters and most arguments; more is cut when the outcome is written. */
  public static final int MAX_TEMPLATE_CHARS = 256;

  /** The most arguments that an outcome keeps. */
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
    return new Revert(template, List.of(arguments));
  }

  /** Refuses the command unless {@code condition} holds. */
  public static void unless(boolean condition, String reason) {
    if (!condition) {
      throw new Revert(reason, List.of());
    }
  }

  /** Refuses the command unless {@code condition} holds. */
  public static void unless(boolean condition, String template, long argument) {
    if (!condition) {
      throw new Revert(template, List.of(argument));
    }
  }

  /** Refuses the command unless {@code condition} holds. */
  public static void unless(boolean condition, String template, long first, long second) {
    if (!condition) {
      throw new Revert(template, List.of(first, second));
    }
  }

  /** Refuses the command unless {@code condition} holds. */
  public static void unless(boolean condition, String template, Object... arguments) {
    if (!condition) {
      throw new Revert(template, List.of(arguments));
    }
  }

  /** The reason, with a placeholder for each argument. */
  public String template() {
    return template;
  }

  /** What the placeholders stand for. */
  public List<Object> arguments() {
    return arguments;
  }
}
