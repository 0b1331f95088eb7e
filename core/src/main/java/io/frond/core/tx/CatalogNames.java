package io.frond.core.tx;

import io.frond.vm.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The names of a catalog: a second use of one is refused. */
final class CatalogNames {
  private final Set<String> modules = new HashSet<>(); // looked up, never iterated
  private final Map<String, String> commands = new HashMap<>(); // looked up, never iterated
  private final Map<String, Schema.Struct> structs = new HashMap<>(); // looked up, never iterated

  void addModule(String module) {
    if (!modules.add(module)) {
      throw new IllegalArgumentException(
          "modules: expected distinct names, actual twice " + module);
    }
  }

  void addCommand(String module, Schema.Struct command) {
    String other = commands.putIfAbsent(command.name(), module);
    if (other != null) {
      throw new IllegalArgumentException(
          "command "
              + command.name()
              + ": expected in one module, because a wallet signs its name alone; actual in "
              + other
              + " and "
              + module);
    }
    addStruct(module, command);
  }

  private void addStruct(String module, Schema.Struct struct) {
    Schema.Struct namesake = structs.putIfAbsent(struct.name(), struct);
    if (namesake == null) {
      struct.fields().forEach(field -> addValue(module, field.type()));
    } else if (!namesake.equals(struct)) {
      throw new IllegalArgumentException(
          "record "
              + struct.name()
              + " of module "
              + module
              + ": expected the same fields as its namesake in the chain's other commands");
    }
  }

  private void addValue(String module, Schema type) {
    if (type instanceof Schema.Sequence sequence) {
      addValue(module, sequence.element());
    } else if (type instanceof Schema.Optional optional) {
      addValue(module, optional.element());
    } else if (type instanceof Schema.Struct struct) {
      addStruct(module, struct);
    }
  }
}
