package io.frond.vm;

import java.util.SortedMap;

/**
 * The codec of a record or of a sealed interface of records. As a whole value a sealed interface is
 * {@code uv} type number then the record's fields; a lone record is its fields alone. In a
 * transaction the number always stands apart from the fields, so {@link #encodeFields} and {@link
 * #decodeFields} leave it out.
 *
 * @param <C> the record or sealed interface
 */
public interface CommandCodec<C> extends Codec<C> {
  /**
   * This codec as one for the commands of a module. Stricter than {@link Codec#of}, whose values
   * may also live in state: a command is signed as EIP-712 typed data.
   *
   * @throws IllegalArgumentException naming the component, if {@code codec} is not of a record or a
   *     sealed interface of records, if a record holds a sealed interface, or if a name is one that
   *     the transaction's own typed data uses: {@code Terms}, {@code Spend}, {@code Sequence},
   *     {@code EIP712Domain}, or a command's component {@code terms}
   */
  static <C> CommandCodec<C> checked(Codec<C> codec) {
    if (!(codec instanceof CommandCodec<C> commands)) {
      throw new IllegalArgumentException(
          "commands: expected a record or a sealed interface of records, actual "
              + codec.schema().canonicalText());
    }
    CommandSchemas.check(commands);
    return commands;
  }

  /** The number of the record type of {@code command}; 1 for a lone record. */
  int typeNumber(C command);

  /** The record types by number, ascending; one entry with number 1 for a lone record. */
  SortedMap<Integer, Schema.Struct> types();

  /** Appends the fields of {@code command}, without its type number. */
  void encodeFields(C command, ByteWriter out);

  /**
   * Reads the fields of a record of this type.
   *
   * @throws DecodeException if there is no type of this number, or the bytes are not its fields
   */
  C decodeFields(int typeNumber, ByteReader in);
}
