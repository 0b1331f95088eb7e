package io.frond.vm;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** One walk over a type's declaration, which remembers the records on its way. */
final class Derivation {
  private static final Map<Class<?>, Codec<?>> COMPONENTS =
      Map.of(
          long.class, Codec.LONG,
          int.class, Codec.INT,
          boolean.class, Codec.BOOLEAN,
          String.class, Codec.STRING,
          Account.class, Codec.ACCOUNT,
          AssetId.class, Codec.ASSET,
          Bytes32.class, Codec.BYTES32,
          Bytes.class, Codec.BYTES);

  private static final Map<Class<?>, Codec<?>> BOXES =
      Map.of(Long.class, Codec.LONG, Integer.class, Codec.INT, Boolean.class, Codec.BOOLEAN);

  private final Map<String, Class<?>> records = new HashMap<>(); // looked up, never iterated
  private final Set<Class<?>> open = new HashSet<>(); // looked up, never iterated

  <T> CommandCodec<T> command(Class<T> type) {
    if (type.isRecord()) {
      return record(type, type.getName());
    }
    if (isSealedInterface(type)) {
      return choice(type, type.getName());
    }
    throw new IllegalArgumentException(
        type.getName() + ": expected a record or a sealed interface of records");
  }

  private <R> RecordCodec<R> record(Class<R> type, String where) {
    enter(type, where);
    RecordComponent[] components = type.getRecordComponents();
    if (components.length > Schema.MAX_FIELDS) {
      throw new IllegalArgumentException(
          type.getName()
              + ": expected at most "
              + Schema.MAX_FIELDS
              + " components, actual "
              + components.length);
    }
    String name = Names.ofType(type);
    List<Codec<?>> codecs = new ArrayList<>();
    List<Schema.Field> fields = new ArrayList<>();
    for (RecordComponent component : components) {
      String place = type.getName() + "." + component.getName();
      Codec<?> codec = component(component.getGenericType(), place);
      codecs.add(codec);
      fields.add(new Schema.Field(Names.checkField(component.getName(), place), codec.schema()));
      SchemaShape.checkDepth(new Schema.Struct(name, fields), place);
    }
    open.remove(type);
    return new RecordCodec<>(type, new Schema.Struct(name, fields), codecs);
  }

  private void enter(Class<?> type, String where) {
    if (type.getTypeParameters().length > 0) {
      throw new IllegalArgumentException(where + ": expected a record without type parameters");
    }
    if (!open.add(type)) {
      throw new IllegalArgumentException(
          where + ": expected no type that holds itself, actual " + type.getName());
    }
    Class<?> namesake = records.putIfAbsent(type.getSimpleName(), type);
    if (namesake != null && namesake != type) {
      throw new IllegalArgumentException(
          where
              + ": expected records of distinct simple names, actual "
              + namesake.getName()
              + " and "
              + type.getName());
    }
  }

  private <C> ChoiceCodec<C> choice(Class<C> type, String where) {
    TreeMap<Integer, ChoiceCodec.Variant<?>> variants = new TreeMap<>();
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      ChoiceCodec.Variant<?> variant = variant(permitted, where);
      ChoiceCodec.Variant<?> other = variants.put(variant.number(), variant);
      if (other != null) {
        throw new IllegalArgumentException(
            where
                + ": expected distinct numbers, actual @CommandType("
                + variant.number()
                + ") at both "
                + other.type().getName()
                + " and "
                + permitted.getName());
      }
    }
    return new ChoiceCodec<>(Names.ofType(type), List.copyOf(variants.values()));
  }

  private <R> ChoiceCodec.Variant<R> variant(Class<R> type, String where) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(
          where + ": expected records alone to be permitted, actual " + type.getName());
    }
    CommandType annotation = type.getAnnotation(CommandType.class);
    if (annotation == null) {
      throw new IllegalArgumentException(where + ": expected @CommandType at " + type.getName());
    }
    int number = annotation.value();
    if (number < 1 || number > Codec.MAX_TYPE_NUMBER) {
      throw new IllegalArgumentException(
          where
              + ": expected @CommandType of 1 to "
              + Codec.MAX_TYPE_NUMBER
              + " at "
              + type.getName()
              + ", actual "
              + number);
    }
    return new ChoiceCodec.Variant<>(number, type, record(type, where));
  }

  private Codec<?> component(Type type, String where) {
    if (type instanceof Class<?> simple) {
      Codec<?> atom = COMPONENTS.get(simple);
      return atom == null ? declared(simple, where) : atom;
    }
    if (type instanceof ParameterizedType parameterized) {
      Type argument = parameterized.getActualTypeArguments()[0];
      if (parameterized.getRawType() == List.class) {
        return new ListCodec<>(argument(argument, where), where);
      }
      if (parameterized.getRawType() == Optional.class) {
        return new OptionalCodec<>(argument(argument, where), where);
      }
    }
    throw refused(type, where);
  }

  private Codec<?> argument(Type type, String where) {
    Codec<?> box = type instanceof Class<?> simple ? BOXES.get(simple) : null;
    return box == null ? component(type, where) : box;
  }

  private Codec<?> declared(Class<?> type, String where) {
    if (type.isRecord()) {
      return record(type, where);
    }
    if (isSealedInterface(type)) {
      return choice(type, where);
    }
    if (type.isEnum()) {
      return rawEnumeration(type);
    }
    throw refused(type, where);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the type is an enum
  private Codec<?> rawEnumeration(Class<?> type) {
    return new EnumCodec(type);
  }

  private static boolean isSealedInterface(Class<?> type) {
    return type.isInterface() && type.isSealed();
  }

  private static IllegalArgumentException refused(Type type, String where) {
    String hint =
        type instanceof Class<?> box && BOXES.containsKey(box) ? " (use the primitive)" : "";
    return new IllegalArgumentException(
        where
            + ": expected long, int, boolean, String, Account, AssetId, Bytes32, Bytes, an enum, a"
            + " record, a sealed interface of records, List or Optional; actual "
            + type.getTypeName()
            + hint);
  }
}
