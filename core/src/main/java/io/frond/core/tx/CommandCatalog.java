package io.frond.core.tx;

import io.frond.vm.ByteWriter;
import io.frond.vm.Codec;
import io.frond.vm.CommandCodec;
import io.frond.vm.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All commands that the modules of one chain understand.
 *
 * <p>A wallet signs the name of a command's record and not that of its module. So within a chain
 * each command's name stands once, and each nested record's name for one list of fields: a
 * signature for one module's command is never one for another's.
 */
public final class CommandCatalog {
  /**
   * The most modules of a chain: 16 of its application and the protocol's own. Also the factor in
   * {@code type number * 17 + module index}, the number of a command in transactions.
   */
  public static final int MAX_MODULES = 17;

  /**
   * The commands of one module.
   *
   * @param name the module's name on this chain
   * @param codec the codec of its commands
   */
  public record Module(String name, CommandCodec<?> codec) {
    /**
     * The commands of the module with this codec.
     *
     * @throws IllegalArgumentException if typed data cannot show what the codec holds; see {@link
     *     CommandCodec#checked}
     */
    public static Module of(String name, Codec<?> codec) {
      return new Module(name, CommandCodec.checked(codec));
    }
  }

  private final List<Module> modules;
  private final SortedMap<Integer, CommandEntry> entries = new TreeMap<>();

  private CommandCatalog(List<Module> modules) {
    this.modules = List.copyOf(modules);
    if (modules.isEmpty() || modules.size() > MAX_MODULES) {
      throw new IllegalArgumentException("modules: expected 1 to 17, actual " + modules.size());
    }
    CatalogNames names = new CatalogNames();
    for (int index = 0; index < modules.size(); index++) {
      Module module = modules.get(index);
      names.addModule(module.name());
      for (Map.Entry<Integer, Schema.Struct> type : module.codec().types().entrySet()) {
        names.addCommand(module.name(), type.getValue());
        int wireType = Math.addExact(Math.multiplyExact(type.getKey(), MAX_MODULES), index);
        entries.put(
            wireType,
            new CommandEntry(
                wireType, module.name(), index, type.getKey(), type.getValue(), module.codec()));
      }
    }
  }

  /**
   * The catalog of a chain with these modules, in this order.
   *
   * @throws IllegalArgumentException naming both sides, if there are not 1 to {@link #MAX_MODULES},
   *     two have one name, a command's name stands twice, or a record's for different fields
   */
  public static CommandCatalog of(List<Module> modules) {
    return new CommandCatalog(modules);
  }

  /** The names of the modules, in order. */
  public List<String> modules() {
    return modules.stream().map(Module::name).toList();
  }

  /** All commands, ascending by wire type. */
  public List<CommandEntry> all() {
    return new ArrayList<>(entries.values());
  }

  /** The kind of command with this number in transactions. */
  public Optional<CommandEntry> find(int wireType) {
    return Optional.ofNullable(entries.get(wireType));
  }

  /**
   * The wire form of a command object of this module.
   *
   * @throws IllegalArgumentException if there is no such module, or it has no such command
   */
  public Command encode(String module, Object command) {
    for (int index = 0; index < modules.size(); index++) {
      if (modules.get(index).name().equals(module)) {
        return encode(modules.get(index).codec(), index, command);
      }
    }
    throw new IllegalArgumentException(
        "module: expected one of " + modules() + ", actual " + module);
  }

  @SuppressWarnings("unchecked") // a command of another class is refused below
  private static Command encode(CommandCodec<?> codec, int moduleIndex, Object command) {
    CommandCodec<Object> commands = (CommandCodec<Object>) codec;
    ByteWriter fields = new ByteWriter();
    try {
      int wireType = commands.typeNumber(command) * MAX_MODULES + moduleIndex;
      commands.encodeFields(command, fields);
      return new Command(wireType, fields.toBytes());
    } catch (ClassCastException e) {
      throw new IllegalArgumentException(
          "command: expected one of " + commands.types().values() + ", actual " + command, e);
    }
  }
}
