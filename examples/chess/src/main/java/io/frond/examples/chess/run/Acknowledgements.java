package io.frond.examples.chess.run;

import io.frond.core.admission.TransactionResult.Included;
import io.frond.core.ordering.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The receipts that players have in hand. In a file they outlive the process: one is added as soon
 * as a player has it, and whatever happens after, the chain must keep what it says.
 */
final class Acknowledgements implements AutoCloseable {
  private final List<Receipt> receipts = new ArrayList<>();
  private final @Nullable FileChannel file;

  private Acknowledgements(@Nullable FileChannel file) {
    this.file = file;
  }

  static Acknowledgements inMemory() {
    return new Acknowledgements(null);
  }

  /** The receipts in a file; half of one at its end was never in anybody's hand. */
  static Acknowledgements in(Path path) {
    try {
      FileChannel file =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      Acknowledgements acknowledgements = new Acknowledgements(file);
      long whole = file.size() / Receipt.BYTES * Receipt.BYTES;
      ByteBuffer content = ByteBuffer.allocate((int) whole);
      while (content.hasRemaining() && file.read(content) >= 0) {
        // Goes on until everything is read.
      }
      Bytes bytes = Bytes.wrap(content.array());
      for (int at = 0; at < whole; at += Receipt.BYTES) {
        acknowledgements.receipts.add(Receipt.decode(bytes.slice(at, Receipt.BYTES)));
      }
      file.truncate(whole).position(whole);
      return acknowledgements;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(List<Included> included) {
    ByteBuffer bytes = ByteBuffer.allocate(included.size() * Receipt.BYTES);
    for (Included result : included) {
      receipts.add(result.receipt().receipt());
      bytes.put(result.receipt().receipt().encode().toArrayUnsafe());
    }
    Optional.ofNullable(file).ifPresent(open -> write(open, bytes.flip()));
  }

  private static void write(FileChannel file, ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every receipt, the oldest first. */
  List<Receipt> all() {
    return List.copyOf(receipts);
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
