package io.frond.core.outcome;

import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;

/**
 * An argument of a revert's template: a kind byte, then the value. 1 long u64, 2 boolean u8, 3
 * string of at most {@value #MAX_TEXT_BYTES} bytes, 4 account, 5 asset id. Ints are longs, enum
 * constants their names; a longer string is cut at a character.
 */
final class RevertArgument {
  static final int MAX_TEXT_BYTES = 256;

  private RevertArgument() {}

  static void write(Object argument, ByteWriter out) {
    if (argument instanceof Long number) {
      out.u8(1).u64(number);
    } else if (argument instanceof Boolean flag) {
      out.u8(2).u8(flag ? 1 : 0);
    } else if (argument instanceof Account account) {
      out.u8(4).account(account);
    } else if (argument instanceof AssetId asset) {
      out.u8(5).asset(asset);
    } else {
      out.u8(3).text((String) argument);
    }
  }

  static Object read(ByteReader in) {
    int kind = in.u8();
    return switch (kind) {
      case 1 -> in.u64();
      case 2 -> flag(in);
      case 3 -> in.text(MAX_TEXT_BYTES, "revert argument");
      case 4 -> in.account();
      case 5 -> in.asset();
      default -> throw in.error("revert argument: expected kind 1 to 5, actual " + kind);
    };
  }

  private static Object flag(ByteReader in) {
    int value = in.u8();
    if (value > 1) {
      throw in.error("boolean: expected 0 or 1, actual " + value);
    }
    return value == 1;
  }

  /** The argument in one of the kinds that have an encoding. */
  static Object canonical(Object argument) {
    if (argument instanceof Long
        || argument instanceof Boolean
        || argument instanceof Account
        || argument instanceof AssetId) {
      return argument;
    }
    if (argument instanceof Integer number) {
      return (long) number;
    }
    if (argument instanceof Enum<?> constant) {
      return Texts.cut(constant.name(), MAX_TEXT_BYTES);
    }
    if (argument instanceof String text) {
      return Texts.cut(text, MAX_TEXT_BYTES);
    }
    // Any other type's text may depend on the JVM, so its class stands for it.
    return Texts.cut(argument.getClass().getName(), MAX_TEXT_BYTES);
  }
}
