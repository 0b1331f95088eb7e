package io.frond.vm;

import org.apache.tuweni.bytes.Bytes;

/**
 * The JSON form of encoded values, made from bytes and {@link Schema} alone, without the Java
 * class.
 *
 * <table>
 * <caption>JSON by schema</caption>
 * <tr><td>int64</td><td>a decimal string, {@code "-7"}: a JSON number is a double to many</td></tr>
 * <tr><td>int32</td><td>a number without fraction or exponent</td></tr>
 * <tr><td>bool</td><td>{@code true} or {@code false}</td></tr>
 * <tr><td>string, enum</td><td>a string</td></tr>
 * <tr><td>address, bytes32, bytes</td><td>{@code "0x"} and hexadecimal digits; written in lower
 * case, read in either</td></tr>
 * <tr><td>list</td><td>an array</td></tr>
 * <tr><td>optional</td><td>{@code null} or the value</td></tr>
 * <tr><td>record</td><td>an object of all its components; written in declared order without white
 * space, read in any order</td></tr>
 * <tr><td>sealed interface</td><td>an object of one member, the name of the record: {@code
 * {"Offer":{"stake":"5"}}}</td></tr>
 * </table>
 *
 * <p>Writing then reading gives the same bytes. That bytes follow the schema does not say that the
 * record's constructor takes them; only its {@link Codec} does.
 */
public final class JsonForm {
  private JsonForm() {}

  /**
   * The JSON of a value, from its whole encoding.
   *
   * @throws DecodeException if the bytes do not follow the schema
   */
  public static String toJson(Schema schema, Bytes encoding) {
    ByteReader in = ByteReader.of(encoding);
    StringBuilder json = new StringBuilder();
    new JsonPrinter(in, json).print(schema);
    in.end();
    return json.toString();
  }

  /**
   * The encoding of a value, from its JSON.
   *
   * @throws DecodeException if it is not JSON, or not of this schema: a member is missing, unknown
   *     or given twice, or a value is of another type or passes a limit
   */
  public static Bytes fromJson(Schema schema, String json) {
    JsonScanner in = new JsonScanner(json);
    ByteWriter out = new ByteWriter();
    new JsonParser(in).parse(schema, out);
    in.end();
    return out.toBytes();
  }
}
