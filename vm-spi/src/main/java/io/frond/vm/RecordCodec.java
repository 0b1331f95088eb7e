package io.frond.vm;

import java.lang.invoke.MethodHandle;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of a record, in declared order. */
final class RecordCodec<R> extends ComposedCodec<R> implements CommandCodec<R> {
  private static final int NUMBER = 1;

  private final Schema.Struct schema;
  private final RecordHandles handles;
  private final MethodHandle write;
  private final MethodHandle read;

  RecordCodec(Class<R> type, Schema.Struct schema, List<? extends Codec<?>> components) {
    this.schema = schema;
    handles = RecordHandles.of(type, components);
    write = handles.write();
    read = handles.read();
  }

  RecordHandles handles() {
    return handles;
  }

  @Override
  public void encode(R value, ByteWriter out) {
    try {
      write.invokeExact((Object) value, out);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("writing a record throws no checked exception", e);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // the handle calls the constructor of R
  R read(ByteReader in) {
    try {
      return (R) (Object) read.invokeExact(in);
    } catch (DecodeException | Error e) {
      throw e;
    } catch (Throwable refusal) {
      throw in.error(schema.name() + ": refused by its constructor with " + refusal);
    }
  }

  @Override
  boolean constructs() {
    return true;
  }

  @Override
  public Schema.Struct schema() {
    return schema;
  }

  @Override
  public int typeNumber(R command) {
    return NUMBER;
  }

  @Override
  public SortedMap<Integer, Schema.Struct> types() {
    return Collections.unmodifiableSortedMap(
        new TreeMap<>(Collections.singletonMap(NUMBER, schema)));
  }

  @Override
  public void encodeFields(R command, ByteWriter out) {
    encode(command, out);
  }

  @Override
  public R decodeFields(int typeNumber, ByteReader in) {
    if (typeNumber != NUMBER) {
      throw in.error(schema.name() + ": expected type number 1, actual " + typeNumber);
    }
    return decode(in);
  }
}
