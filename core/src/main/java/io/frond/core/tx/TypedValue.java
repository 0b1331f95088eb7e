package io.frond.core.tx;

import io.frond.vm.Account;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** A value of EIP-712 typed data: what is hashed, and what a wallet shows. */
sealed interface TypedValue {
  int WORD = 32;

  /** The 32 bytes that stand for it where it is part of something. */
  byte[] word();

  /** Appends its JSON form. */
  void write(JsonWriter out);

  /** An integer of any width, signed or not, that fits a long. */
  record Int(long value) implements TypedValue {
    @Override
    public byte[] word() {
      byte[] word = new byte[WORD];
      if (value < 0) {
        Arrays.fill(word, (byte) 0xff);
      }
      ByteBuffer.wrap(word).putLong(WORD - Long.BYTES, value);
      return word;
    }

    // As a string, because a JSON number above 2^53 is another one in a browser.
    @Override
    public void write(JsonWriter out) {
      out.string(Long.toString(value));
    }
  }

  /** A boolean. */
  record Bool(boolean value) implements TypedValue {
    @Override
    public byte[] word() {
      return new Int(value ? 1 : 0).word();
    }

    @Override
    public void write(JsonWriter out) {
      out.bool(value);
    }
  }

  /** An address. */
  record Address(Account account) implements TypedValue {
    @Override
    public byte[] word() {
      return Bytes32.leftPad(account.toBytes()).toArray();
    }

    @Override
    public void write(JsonWriter out) {
      out.string(account.toString());
    }
  }

  /** 32 bytes. */
  record Word(Bytes32 bytes) implements TypedValue {
    @Override
    public byte[] word() {
      return bytes.toArrayUnsafe();
    }

    @Override
    public void write(JsonWriter out) {
      out.string(bytes.toHexString());
    }
  }

  /** Any number of bytes. */
  record Raw(Bytes bytes) implements TypedValue {
    @Override
    public byte[] word() {
      return Keccak.hash(bytes);
    }

    @Override
    public void write(JsonWriter out) {
      out.string(bytes.toHexString());
    }
  }

  /** A string. */
  record Text(String text) implements TypedValue {
    @Override
    public byte[] word() {
      return Keccak.hash(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void write(JsonWriter out) {
      out.string(text);
    }
  }

  /** A list of values of one type. */
  record Array(List<TypedValue> elements) implements TypedValue {
    @Override
    public byte[] word() {
      byte[] words = new byte[elements.size() * WORD];
      for (int i = 0; i < elements.size(); i++) {
        System.arraycopy(elements.get(i).word(), 0, words, i * WORD, WORD);
      }
      return Keccak.hash(words);
    }

    @Override
    public void write(JsonWriter out) {
      out.array(elements, element -> element.write(out));
    }
  }

  /** The values of a struct's fields, in order. */
  record Struct(StructType type, List<TypedValue> values) implements TypedValue {
    @Override
    public byte[] word() {
      byte[] words = new byte[(1 + values.size()) * WORD];
      System.arraycopy(type.hash(), 0, words, 0, WORD);
      for (int i = 0; i < values.size(); i++) {
        System.arraycopy(values.get(i).word(), 0, words, (i + 1) * WORD, WORD);
      }
      return Keccak.hash(words);
    }

    @Override
    public void write(JsonWriter out) {
      out.open('{');
      for (int i = 0; i < values.size(); i++) {
        out.name(type.fields().get(i).name());
        values.get(i).write(out);
      }
      out.close('}');
    }
  }
}
