package io.frond.vm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A {@code uv} count, then the elements. */
final class ListCodec<E> extends ComposedCodec<List<E>> {
  private final Codec<E> element;
  private final Schema.Sequence schema;

  ListCodec(Codec<E> element, String where) {
    this.element = element;
    SchemaShape.checkElement(element.schema(), where);
    schema = new Schema.Sequence(element.schema());
  }

  @Override
  public void encode(List<E> value, ByteWriter out) {
    int count = value.size();
    if (count > Schema.MAX_LIST) {
      throw new IllegalArgumentException(
          "list: expected at most " + Schema.MAX_LIST + " elements, actual " + count);
    }
    out.uv(count);
    for (E each : value) {
      element.encode(each, out);
    }
  }

  @Override
  List<E> read(ByteReader in) {
    int count = readCount(in);
    List<E> elements = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      elements.add(read(element, in));
    }
    return Collections.unmodifiableList(elements);
  }

  /** How many elements follow: no more than there is a byte for each. */
  static int readCount(ByteReader in) {
    int count = in.uvUpTo(Schema.MAX_LIST, "list elements");
    if (count > in.remaining()) {
      throw in.error("list: expected " + count + " elements, actual bytes " + in.remaining());
    }
    return count;
  }

  @Override
  boolean constructs() {
    return constructs(element);
  }

  @Override
  public Schema schema() {
    return schema;
  }
}
