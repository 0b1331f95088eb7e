package io.frond.core.tx;

import java.util.List;

/**
 * What a transaction does, in order.
 *
 * @param allOrNone whether a command that fails undoes the others; always true for one command,
 *     because both mean the same there
 * @param commands 1 to {@link #MAX_COMMANDS}
 */
public record CommandList(boolean allOrNone, List<Command> commands) {
  /** The most commands of a transaction. */
  public static final int MAX_COMMANDS = 64;

  /**
   * These commands.
   *
   * @throws IllegalArgumentException if there are none or too many, or one is on its own twice over
   */
  public CommandList {
    commands = List.copyOf(commands);
    if (commands.isEmpty() || commands.size() > MAX_COMMANDS) {
      throw new IllegalArgumentException("commands: expected 1 to 64, actual " + commands.size());
    }
    if (commands.size() == 1 && !allOrNone) {
      throw new IllegalArgumentException("one command: expected all or none, actual on its own");
    }
  }

  /** One command. */
  public static CommandList of(Command command) {
    return new CommandList(true, List.of(command));
  }
}
