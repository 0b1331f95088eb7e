package io.frond.core.tx;

import io.frond.core.chain.Assets;
import io.frond.vm.ByteReader;
import io.frond.vm.DecodeException;
import io.frond.vm.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the transactions of one chain mean: how they are written, which commands there are, and what
 * exactly a key signs. Immutable.
 *
 * <p>Signed is EIP-712 typed data whose primary type is the record of the command, its fields
 * first:
 *
 * <pre>
 * Climb(int64 bid,Terms terms)
 * Terms(address sender,uint64 session,uint8 nonceKind,uint64 lane,uint64 sequence,
 *       uint64 validUntilMs,uint64[] limits,uint64 maxFee,uint64 tip,uint8 payerMode,
 *       address payer,uint64 policy,Spend[] spends)
 * Spend(bytes32 asset,uint64 quanta,bytes32 item,string shown)
 * </pre>
 *
 * Several commands are {@code Sequence(bool allOrNone,Open c0,Move c1,..,Terms terms)}. {@code
 * session} is 0 without one; {@code payer} is the sponsor or zero; {@code policy} is the sponsor's,
 * or the number of the vault; {@code quanta} of an item is 1; {@code shown} is "5.25 GOLD", from
 * the declared decimals. All of it follows from the wire form, and the wire form from it.
 */
public final class TransactionRules {
  private final TransactionFormat format;
  private final CommandCatalog catalog;
  private final SigningDomain domain;
  private final SortedMap<Integer, StructType> alone = new TreeMap<>();
  private final SortedMap<Integer, StructType> inSequence = new TreeMap<>();

  private TransactionRules(TransactionFormat format, CommandCatalog catalog, SigningDomain domain) {
    this.format = format;
    this.catalog = catalog;
    this.domain = domain;
    if (!domain.domainHash().equals(format.domainHash())) {
      throw new IllegalArgumentException(
          "signing domain: expected salt "
              + format.domainHash()
              + ", actual "
              + domain.domainHash());
    }
    for (CommandEntry entry : catalog.all()) {
      alone.put(entry.wireType(), StructType.of(entry.schema(), TermsType.FIELD));
      inSequence.put(entry.wireType(), StructType.of(entry.schema()));
    }
  }

  /**
   * The rules of a chain.
   *
   * @throws IllegalArgumentException if the signing domain is another chain's
   */
  public static TransactionRules of(
      TransactionFormat format, CommandCatalog catalog, SigningDomain domain) {
    return new TransactionRules(format, catalog, domain);
  }

  /** How transactions are written and named. */
  public TransactionFormat format() {
    return format;
  }

  /** The commands of the chain. */
  public CommandCatalog catalog() {
    return catalog;
  }

  /** The domain in which everything of this chain is signed. */
  public SigningDomain domain() {
    return domain;
  }

  /** The assets that the chain declares. */
  public Assets assets() {
    return format.assets();
  }

  /**
   * What the sender of this transaction signs.
   *
   * @throws DecodeException if it has a command that is not in the catalog, or whose bytes are not
   *     those of its schema
   * @throws IllegalArgumentException if it spends an asset that is not declared
   */
  public TypedData typedData(Transaction transaction) {
    TypedValue.Struct terms = TermsType.of(transaction, assets());
    CommandList list = transaction.commands();
    return domain.message(
        list.commands().size() == 1
            ? single(list.commands().get(0), terms)
            : sequence(list, terms));
  }

  private TypedValue.Struct single(Command command, TypedValue.Struct terms) {
    List<TypedValue> values = readFields(command);
    values.add(terms);
    return new TypedValue.Struct(typeOf(alone, command), values);
  }

  private TypedValue.Struct sequence(CommandList list, TypedValue.Struct terms) {
    List<StructType.Field> fields = new ArrayList<>();
    List<TypedValue> values = new ArrayList<>();
    fields.add(StructType.Field.of("allOrNone", "bool"));
    values.add(new TypedValue.Bool(list.allOrNone()));
    for (Command command : list.commands()) {
      StructType type = typeOf(inSequence, command);
      fields.add(StructType.Field.of("c" + (fields.size() - 1), type));
      values.add(new TypedValue.Struct(type, readFields(command)));
    }
    fields.add(TermsType.FIELD);
    values.add(terms);
    return new TypedValue.Struct(new StructType("Sequence", fields), values);
  }

  private List<TypedValue> readFields(Command command) {
    ByteReader in = ByteReader.of(command.fields());
    Schema.Struct schema =
        catalog.find(command.wireType()).orElseThrow(() -> unknown(command)).schema();
    List<TypedValue> values = new SchemaReader(typeOf(inSequence, command), in).readFields(schema);
    in.end();
    return values;
  }

  private static StructType typeOf(SortedMap<Integer, StructType> types, Command command) {
    StructType type = types.get(command.wireType());
    if (type == null) {
      throw unknown(command);
    }
    return type;
  }

  private static DecodeException unknown(Command command) {
    return new DecodeException(
        "wire type: expected one of the catalog, actual " + command.wireType());
  }
}
