package io.frond.core.tx;

import java.util.List;
import java.util.function.Consumer;

/** Writes JSON in one line, without a value that JSON could round. */
final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder();
  private boolean first = true;

  /** Opens an object or an array. */
  JsonWriter open(char bracket) {
    separate();
    out.append(bracket);
    first = true;
    return this;
  }

  /** Closes an object or an array. */
  JsonWriter close(char bracket) {
    out.append(bracket);
    first = false;
    return this;
  }

  /** The name of the value that comes next. */
  JsonWriter name(String name) {
    separate();
    quote(name);
    out.append(':');
    first = true;
    return this;
  }

  JsonWriter string(String text) {
    separate();
    quote(text);
    return this;
  }

  JsonWriter bool(boolean value) {
    separate();
    out.append(value);
    return this;
  }

  <T> JsonWriter array(List<T> elements, Consumer<T> write) {
    open('[');
    elements.forEach(write);
    return close(']');
  }

  /** What has been written. */
  String text() {
    return out.toString();
  }

  private void separate() {
    if (!first) {
      out.append(',');
    }
    first = false;
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20) {
        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
