package io.frond.vm;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a command's shape must be so that a wallet can show and sign it as EIP-712 typed data. */
final class CommandSchemas {
  // The other structs of a signed transaction, beside which the command's own stand.
  private static final Set<String> RESERVED = Set.of("Terms", "Spend", "Sequence", "EIP712Domain");
  private static final String TERMS_FIELD = "terms";

  private final Map<String, Schema.Struct> structs = new HashMap<>(); // looked up, never iterated

  /**
   * @throws IllegalArgumentException naming the component
   */
  static void check(CommandCodec<?> codec) {
    CommandSchemas check = new CommandSchemas();
    for (Schema.Struct command : codec.types().values()) {
      for (Schema.Field field : command.fields()) {
        if (field.name().equals(TERMS_FIELD)) {
          throw new IllegalArgumentException(
              command.name() + ".terms: expected another name, this one is the transaction's");
        }
      }
      check.struct(command);
    }
  }

  private void struct(Schema.Struct struct) {
    if (RESERVED.contains(struct.name())) {
      throw new IllegalArgumentException(
          struct.name() + ": expected another name, this one is the transaction's");
    }
    Schema.Struct namesake = structs.putIfAbsent(struct.name(), struct);
    if (namesake != null) {
      checkSame(struct, namesake);
      return;
    }
    for (Schema.Field field : struct.fields()) {
      value(field.type(), struct.name() + "." + field.name());
    }
  }

  private static void checkSame(Schema.Struct struct, Schema.Struct namesake) {
    if (!struct.equals(namesake)) {
      throw new IllegalArgumentException(struct.name() + ": two records of one simple name");
    }
  }

  private void value(Schema schema, String where) {
    if (schema instanceof Schema.Choice choice) {
      throw new IllegalArgumentException(
          where
              + ": a command cannot hold the sealed interface "
              + choice.name()
              + ", because EIP-712 has no type for it");
    }
    if (schema instanceof Schema.Sequence sequence) {
      value(sequence.element(), where);
    } else if (schema instanceof Schema.Optional optional) {
      value(optional.element(), where);
    } else if (schema instanceof Schema.Struct struct) {
      struct(struct);
    }
  }
}
