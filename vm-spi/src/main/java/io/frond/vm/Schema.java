package io.frond.vm;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The shape of an encoded value. With it anybody can walk canonical bytes without the Java class:
 * typed-data digests and the JSON form are both made so.
 */
public sealed interface Schema {
  /** The most elements of a list. */
  int MAX_LIST = 4096;

  /** The most bytes of a string or byte string. */
  int MAX_BYTES = 65_536;

  /** The deepest nesting of structs, lists and optionals. */
  int MAX_DEPTH = 8;

  /** The most components of a record. */
  int MAX_FIELDS = 64;

  /**
   * The whole shape in one line, for digests: equal exactly for equal schemas, whatever the version
   * of this library. Structs are {@code Name(type field,..)}, choices {@code
   * Name{number:struct,..}}, enums {@code Name<CONSTANT|..>}, lists {@code type[]}, optionals
   * {@code type?}.
   */
  default String canonicalText() {
    return SchemaText.of(this);
  }

  /** A value without parts. */
  enum Atom implements Schema {
    /** 8 bytes. */
    INT64("int64"),
    /** 4 bytes. */
    INT32("int32"),
    /** One byte, 0 or 1. */
    BOOL("bool"),
    /** {@code uv} length, UTF-8. */
    STRING("string"),
    /** 20 bytes. */
    ADDRESS("address"),
    /** 32 bytes. */
    BYTES32("bytes32"),
    /** {@code uv} length, bytes. */
    BYTES("bytes");

    private final String eip712;

    Atom(String eip712) {
      this.eip712 = eip712;
    }

    /** The name of the type in EIP-712. */
    public String eip712() {
      return eip712;
    }
  }

  /**
   * One of the names of an enum, encoded as a string.
   *
   * @param constants ascending, so that the order of declaration changes nothing
   */
  record Enumeration(String name, List<String> constants) implements Schema {
    /** Copies the list. */
    public Enumeration {
      constants = List.copyOf(constants);
    }
  }

  /** A {@code uv} count, then the elements. */
  record Sequence(Schema element) implements Schema {
    /**
     * Refuses elements whose encoding can be empty, such as a record without components: few bytes
     * would stand for any number of them.
     */
    public Sequence {
      SchemaShape.checkElement(element, "list");
    }
  }

  /** A byte 0, or 1 and the element. */
  record Optional(Schema element) implements Schema {
    /** Refuses an optional of an optional: JSON has but one {@code null}. */
    public Optional {
      SchemaShape.checkValue(element, "optional");
    }
  }

  /** The fields of a record, in declared order. */
  record Struct(String name, List<Field> fields) implements Schema {
    /** Copies the list. */
    public Struct {
      fields = List.copyOf(fields);
    }
  }

  /** A {@code uv} number of a record type, then its fields; never inside a command. */
  record Choice(String name, SortedMap<Integer, Struct> types) implements Schema {
    /** Copies the map. */
    public Choice {
      types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
    }
  }

  /** A named component of a record. */
  record Field(String name, Schema type) {}
}
