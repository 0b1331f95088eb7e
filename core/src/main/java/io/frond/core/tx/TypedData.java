package io.frond.core.tx;

import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes32;

/** An EIP-712 message in its domain: what a wallet shows and what a key signs. Immutable. */
public final class TypedData {
  private static final byte[] PREFIX = {0x19, 0x01};

  private final TypedValue.Struct domain;
  private final byte[] separator;
  private final TypedValue.Struct message;

  TypedData(TypedValue.Struct domain, byte[] separator, TypedValue.Struct message) {
    this.domain = domain;
    this.separator = separator;
    this.message = message;
  }

  /** The name of the message's type. */
  public String primaryType() {
    return message.type().name();
  }

  /** The message's type and every type it refers to, as it is hashed. */
  public String encodeType() {
    return message.type().encodeType();
  }

  /** The hash of the message, without its domain. */
  public Bytes32 structHash() {
    return Bytes32.wrap(message.word());
  }

  /** What is signed: {@code keccak256(0x1901 ‖ domain separator ‖ struct hash)}. */
  public Bytes32 digest() {
    byte[] bytes = new byte[PREFIX.length + 2 * TypedValue.WORD];
    System.arraycopy(PREFIX, 0, bytes, 0, PREFIX.length);
    System.arraycopy(separator, 0, bytes, PREFIX.length, TypedValue.WORD);
    System.arraycopy(message.word(), 0, bytes, PREFIX.length + TypedValue.WORD, TypedValue.WORD);
    return Bytes32.wrap(Keccak.hash(bytes));
  }

  /**
   * The second parameter of a wallet's {@code eth_signTypedData_v4}, in one line. Integers are
   * decimal strings, bytes are {@code 0x} and lower-case digits.
   */
  public String json() {
    JsonWriter out = new JsonWriter();
    out.open('{').name("types").open('{');
    List<StructType> types = new ArrayList<>(List.of(domain.type(), message.type()));
    types.addAll(message.type().references().values());
    types.forEach(type -> writeType(type, out));
    out.close('}').name("primaryType").string(primaryType()).name("domain");
    domain.write(out);
    out.name("message");
    message.write(out);
    return out.close('}').text();
  }

  private static void writeType(StructType type, JsonWriter out) {
    out.name(type.name());
    out.array(
        type.fields(),
        field ->
            out.open('{')
                .name("name")
                .string(field.name())
                .name("type")
                .string(field.type())
                .close('}'));
  }
}
