package io.frond.core.tx;

import io.frond.vm.ByteReader;
import io.frond.vm.CommandCodec;
import io.frond.vm.DecodeException;
import io.frond.vm.Schema;
import org.apache.tuweni.bytes.Bytes;

/**
 * One kind of command of a chain.
 *
 * @param wireType its number in transactions, {@code typeNumber * 17 + moduleIndex}
 * @param module the name of its module
 * @param moduleIndex the place of its module among the chain's, from 0
 * @param typeNumber its number among the module's commands, from 1
 * @param schema the shape of its fields
 * @param codec the codec of the module's commands
 */
public record CommandEntry(
    int wireType,
    String module,
    int moduleIndex,
    int typeNumber,
    Schema.Struct schema,
    CommandCodec<?> codec) {
  /**
   * The command with exactly these fields.
   *
   * @throws DecodeException if the bytes are not the canonical encoding of the fields
   */
  public Object decode(Bytes fields) {
    ByteReader in = ByteReader.of(fields);
    Object command = codec.decodeFields(typeNumber, in);
    in.end();
    return command;
  }
}
