package io.frond.core.tx;

import io.frond.vm.Account;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * An EIP-712 struct put together field by field, for what is signed beside transactions: receipts
 * roots, certificates, forced authorisations. {@link SigningDomain#message} makes it signable. Not
 * safe for several threads while fields are added.
 *
 * <pre>{@code
 * Bytes32 digest = domain.message(
 *     TypedStruct.of("Receipts").uint64("epoch", 1).bytes32("root", root)).digest();
 * }</pre>
 */
public final class TypedStruct {
  private final String name;
  private final List<StructType.Field> fields = new ArrayList<>();
  private final List<TypedValue> values = new ArrayList<>();

  private TypedStruct(String name) {
    this.name = name;
  }

  /** A struct of this name, without fields. */
  public static TypedStruct of(String name) {
    return new TypedStruct(name);
  }

  /**
   * A {@code uint64} field.
   *
   * @throws IllegalArgumentException if the value is negative
   */
  public TypedStruct uint64(String field, long value) {
    return uint(field, 64, value);
  }

  /**
   * A {@code uint32} field.
   *
   * @throws IllegalArgumentException unless the value is 0 to 2^32-1
   */
  public TypedStruct uint32(String field, long value) {
    return uint(field, 32, value);
  }

  /**
   * A {@code uint8} field.
   *
   * @throws IllegalArgumentException unless the value is 0 to 255
   */
  public TypedStruct uint8(String field, int value) {
    return uint(field, 8, value);
  }

  /** A {@code bool} field. */
  public TypedStruct bool(String field, boolean value) {
    return add(StructType.Field.of(field, "bool"), new TypedValue.Bool(value));
  }

  /** An {@code address} field. */
  public TypedStruct address(String field, Account value) {
    return add(StructType.Field.of(field, "address"), new TypedValue.Address(value));
  }

  /** A {@code bytes32} field. */
  public TypedStruct bytes32(String field, Bytes32 value) {
    return add(
        StructType.Field.of(field, "bytes32"), new TypedValue.Word(Bytes32.wrap(value.toArray())));
  }

  /** A {@code bytes} field. */
  public TypedStruct bytes(String field, Bytes value) {
    return add(
        StructType.Field.of(field, "bytes"), new TypedValue.Raw(Bytes.wrap(value.toArray())));
  }

  /** A {@code string} field. */
  public TypedStruct string(String field, String value) {
    return add(StructType.Field.of(field, "string"), new TypedValue.Text(value));
  }

  /** A field that is a struct itself, as it stands now. */
  public TypedStruct struct(String field, TypedStruct value) {
    TypedValue.Struct nested = value.value();
    return add(StructType.Field.of(field, nested.type()), nested);
  }

  TypedValue.Struct value() {
    return new TypedValue.Struct(new StructType(name, fields), List.copyOf(values));
  }

  private TypedStruct uint(String field, int bits, long value) {
    if (value < 0 || (bits < Long.SIZE && value >>> bits != 0)) {
      throw new IllegalArgumentException(
          field + ": expected an unsigned integer of " + bits + " bits, actual " + value);
    }
    return add(StructType.Field.of(field, "uint" + bits), new TypedValue.Int(value));
  }

  private TypedStruct add(StructType.Field field, TypedValue value) {
    fields.add(field);
    values.add(value);
    return this;
  }
}
