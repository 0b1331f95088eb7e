package io.frond.core.outcome;

import io.frond.core.fee.Dimension;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.Revert;
import java.util.ArrayList;
import java.util.List;

/** How it ended. Everything but {@link Success} undid the transaction's writes, never its bill. */
public sealed interface Status {
  /** It ran to its end. */
  record Success() implements Status {}

  /**
   * The module refused it.
   *
   * @param template the reason, with a placeholder for each argument; never formatted in consensus
   * @param arguments longs, booleans, strings, accounts and asset ids
   */
  record Reverted(String template, List<Object> arguments) implements Status {
    /** A copy of these parts, in the kinds that have an encoding and cut to their limits. */
    public Reverted {
      template = Texts.cut(template, Revert.MAX_TEMPLATE_CHARS);
      List<Object> kept = new ArrayList<>();
      for (Object argument : arguments) {
        if (kept.size() < Revert.MAX_ARGUMENTS) {
          kept.add(RevertArgument.canonical(argument));
        }
      }
      arguments = List.copyOf(kept);
    }

    /** The reason as people read it; never part of a result. */
    public String message() {
      StringBuilder message = new StringBuilder();
      int next = 0;
      for (int i = 0; i < template.length(); i++) {
        boolean placeholder =
            template.charAt(i) == '%'
                && i + 1 < template.length()
                && (template.charAt(i + 1) == 'd' || template.charAt(i + 1) == 's');
        if (placeholder && next < arguments.size()) {
          message.append(arguments.get(next++));
          i++;
        } else {
          message.append(template.charAt(i));
        }
      }
      return message.toString();
    }
  }

  /** It used up its limit of a dimension, or what was left of the block's. */
  record OutOfResource(Dimension dimension) implements Status {}

  /**
   * The module threw what is no refusal.
   *
   * @param causeClass the name of the exception's class, at most 200 bytes
   */
  record Failed(String causeClass) implements Status {
    /** Longest name. */
    public static final int MAX_BYTES = 200;

    /** A name, cut to its limit. */
    public Failed {
      causeClass = Texts.cut(causeClass, MAX_BYTES);
    }
  }

  /** It wanted more of an asset than the sender's signed limit. */
  record SpendLimit(int assetIndex) implements Status {}

  /** An account, escrow or pool does not hold so much; asset index -1 stands for shares. */
  record Insufficient(int assetIndex) implements Status {}

  /** An inbox entry that could not do anything. */
  record NoOp(NoOpReason reason) implements Status {}

  /** Whether it ran to its end. */
  default boolean isSuccess() {
    return this instanceof Success;
  }

  /** Appends a code byte and the parts. */
  default void write(ByteWriter out) {
    if (this instanceof Reverted reverted) {
      out.u8(1).text(reverted.template).uv(reverted.arguments.size());
      reverted.arguments.forEach(argument -> RevertArgument.write(argument, out));
    } else if (this instanceof OutOfResource resource) {
      out.u8(2).u8(resource.dimension.code());
    } else if (this instanceof Failed failed) {
      out.u8(3).text(failed.causeClass);
    } else if (this instanceof SpendLimit limit) {
      out.u8(4).u8(limit.assetIndex);
    } else if (this instanceof Insufficient insufficient) {
      out.u8(5).uv(insufficient.assetIndex + 1L);
    } else if (this instanceof NoOp noOp) {
      out.u8(6).u8(noOp.reason.code());
    } else {
      out.u8(0);
    }
  }

  /**
   * Reads what {@link #write} writes.
   *
   * @throws io.frond.vm.DecodeException if it is not the one encoding of a status
   */
  static Status read(ByteReader in) {
    int code = in.u8();
    return switch (code) {
      case 0 -> new Success();
      case 1 -> readReverted(in);
      case 2 -> new OutOfResource(Dimension.read(in));
      case 3 -> new Failed(in.text(Failed.MAX_BYTES, "cause class"));
      case 4 -> new SpendLimit(in.u8());
      case 5 -> new Insufficient(in.uvUpTo(256, "asset index") - 1);
      case 6 -> new NoOp(NoOpReason.read(in));
      default -> throw in.error("status: expected 0 to 6, actual " + code);
    };
  }

  private static Status readReverted(ByteReader in) {
    String template = in.text(Revert.MAX_TEMPLATE_CHARS, "template");
    int count = in.uvUpTo(Revert.MAX_ARGUMENTS, "revert arguments");
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      arguments.add(RevertArgument.read(in));
    }
    return new Reverted(template, arguments);
  }
}
