package io.frond.vm;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;

/**
 * A record's codec as two combined method handles. One call of a combined handle compiles to
 * straight code over the components; calling an accessor and a codec for each component costs
 * twenty times as much.
 *
 * <p>Fields are read and not accessors, so that an overridden accessor cannot change an encoding.
 *
 * @param write of type {@code (Object, ByteWriter)void}
 * @param read of type {@code (ByteReader)Object}
 */
record RecordHandles(MethodHandle write, MethodHandle read) {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private static final Map<Class<?>, String> ATOM_READERS =
      Map.of(
          long.class, "readLong",
          int.class, "readInt",
          boolean.class, "readBoolean",
          String.class, "readString",
          Account.class, "readAccount",
          AssetId.class, "readAssetId",
          org.apache.tuweni.bytes.Bytes32.class, "readBytes32",
          org.apache.tuweni.bytes.Bytes.class, "readBytes");

  /**
   * The handles of a record whose components have these codecs.
   *
   * @throws IllegalArgumentException if the record's module does not let this package in
   */
  static RecordHandles of(Class<?> type, List<? extends Codec<?>> codecs) {
    try {
      MethodHandles.Lookup inside = MethodHandles.privateLookupIn(type, LOOKUP);
      RecordComponent[] components = type.getRecordComponents();
      return new RecordHandles(
          writer(type, inside, components, codecs), reader(type, inside, components, codecs));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          type.getName() + ": expected a record in a package that is open to io.frond.vm", e);
    }
  }

  private static MethodHandle writer(
      Class<?> type,
      MethodHandles.Lookup inside,
      RecordComponent[] components,
      List<? extends Codec<?>> codecs)
      throws ReflectiveOperationException {
    MethodType shape = MethodType.methodType(void.class, type, ByteWriter.class);
    MethodHandle all = MethodHandles.empty(shape);
    // From the last component to the first: what is folded in last runs first.
    for (int i = components.length - 1; i >= 0; i--) {
      Class<?> part = components[i].getType();
      MethodHandle field = inside.findGetter(type, components[i].getName(), part);
      MethodHandle write = MethodHandles.filterArguments(writer(part, codecs.get(i)), 0, field);
      all = MethodHandles.foldArguments(all, write);
    }
    return all.asType(shape.changeParameterType(0, Object.class));
  }

  private static MethodHandle reader(
      Class<?> type,
      MethodHandles.Lookup inside,
      RecordComponent[] components,
      List<? extends Codec<?>> codecs)
      throws ReflectiveOperationException {
    MethodType parts = MethodType.methodType(void.class);
    for (RecordComponent component : components) {
      parts = parts.appendParameterTypes(component.getType());
    }
    MethodHandle all = inside.findConstructor(type, parts);
    // From the last component to the first: what is collected last runs first.
    for (int i = components.length - 1; i >= 0; i--) {
      all = MethodHandles.collectArguments(all, i, reader(parts.parameterType(i), codecs.get(i)));
    }
    MethodType shape = MethodType.methodType(type, ByteReader.class);
    return MethodHandles.permuteArguments(all, shape, new int[components.length])
        .asType(shape.changeReturnType(Object.class));
  }

  private static MethodHandle writer(Class<?> part, Codec<?> codec)
      throws ReflectiveOperationException {
    MethodType shape = MethodType.methodType(void.class, part, ByteWriter.class);
    if (ATOM_READERS.containsKey(part)) {
      return LOOKUP.findStatic(PrimitiveCodecs.class, "write", shape);
    }
    if (codec instanceof RecordCodec<?> nested) {
      return nested.handles().write().asType(shape);
    }
    MethodType generic = MethodType.methodType(void.class, Object.class, ByteWriter.class);
    return LOOKUP.findVirtual(Codec.class, "encode", generic).bindTo(codec).asType(shape);
  }

  private static MethodHandle reader(Class<?> part, Codec<?> codec)
      throws ReflectiveOperationException {
    MethodType shape = MethodType.methodType(part, ByteReader.class);
    String atom = ATOM_READERS.get(part);
    if (atom != null) {
      return LOOKUP.findStatic(PrimitiveCodecs.class, atom, shape);
    }
    if (codec instanceof RecordCodec<?> nested) {
      return nested.handles().read().asType(shape);
    }
    MethodType generic = MethodType.methodType(Object.class, ByteReader.class);
    MethodHandle read =
        codec instanceof ComposedCodec<?>
            ? LOOKUP.findVirtual(ComposedCodec.class, "read", generic)
            : LOOKUP.findVirtual(Codec.class, "decode", generic);
    return read.bindTo(codec).asType(shape);
  }
}
