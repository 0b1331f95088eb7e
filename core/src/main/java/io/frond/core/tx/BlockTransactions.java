package io.frond.core.tx;

import io.frond.vm.Account;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.DecodeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The form of transactions in the data of a block: each sender once, in order of first appearance,
 * then the transactions with the sender's number in its place and without version and tag.
 *
 * <pre>
 * uv  senders, 20 each
 * uv  transactions, then each: 1 shape, uv sender's number, the rest as on the wire
 * </pre>
 */
public final class BlockTransactions {
  private final TransactionFormat format;

  private BlockTransactions(TransactionFormat format) {
    this.format = format;
  }

  /** The block form of the chain with this wire form. */
  public static BlockTransactions of(TransactionFormat format) {
    return new BlockTransactions(format);
  }

  /**
   * Appends the block form of these transactions.
   *
   * @throws IllegalArgumentException if a spend does not fit the declared assets
   */
  public void encode(List<SignedTransaction> transactions, ByteWriter out) {
    List<Account> senders = new ArrayList<>();
    int[] numbers = numberSenders(transactions, senders);
    out.uv(senders.size());
    senders.forEach(out::account);
    out.uv(transactions.size());
    for (int i = 0; i < numbers.length; i++) {
      SignedTransaction signed = transactions.get(i);
      out.u8(Shape.of(signed.transaction()).bits()).uv(numbers[i]);
      format.writer().writeTerms(signed.transaction(), out);
      TransactionWriter.writeSignatures(signed, out);
    }
  }

  /**
   * Reads one block form and leaves the reader behind it.
   *
   * @param maxTransactions the most transactions of a block
   * @throws DecodeException if the bytes are not the block form of at most so many transactions
   */
  public List<SignedTransaction> decode(ByteReader in, int maxTransactions) {
    List<Account> senders = readSenders(in, maxTransactions);
    int count = in.uvUpTo(maxTransactions, "transactions");
    List<SignedTransaction> transactions = new ArrayList<>();
    int seen = 0;
    for (int i = 0; i < count; i++) {
      Shape shape = Shape.read(in);
      int number = readNumber(in, seen, senders.size());
      seen = Math.max(seen, number + 1);
      Transaction transaction = format.reader().readTerms(shape, senders.get(number), in);
      transactions.add(TransactionReader.readSignatures(transaction, in));
    }
    if (seen != senders.size()) {
      throw in.nonCanonical("senders: expected " + seen + " that appear, actual " + senders.size());
    }
    return List.copyOf(transactions);
  }

  private static int[] numberSenders(List<SignedTransaction> transactions, List<Account> senders) {
    Map<Account, Integer> known = new HashMap<>(); // looked up, never iterated
    int[] numbers = new int[transactions.size()];
    for (int i = 0; i < numbers.length; i++) {
      Account sender = transactions.get(i).transaction().sender();
      Integer number = known.putIfAbsent(sender, senders.size());
      numbers[i] = number == null ? senders.size() : number;
      if (number == null) {
        senders.add(sender);
      }
    }
    return numbers;
  }

  private static List<Account> readSenders(ByteReader in, int most) {
    int count = in.uvUpTo(most, "senders");
    List<Account> senders = new ArrayList<>();
    Map<Account, Boolean> known = new HashMap<>(); // looked up, never iterated
    for (int i = 0; i < count; i++) {
      Account sender = in.account();
      if (known.put(sender, true) != null) {
        throw in.nonCanonical("senders: expected each once, actual twice " + sender);
      }
      senders.add(sender);
    }
    return senders;
  }

  // A number is one that has appeared, or the next.
  private static int readNumber(ByteReader in, int seen, int senders) {
    int number = in.uvUpTo(Integer.MAX_VALUE, "sender's number");
    if (number >= senders) {
      throw in.error("sender's number: expected below " + senders + ", actual " + number);
    }
    if (number > seen) {
      throw in.nonCanonical("sender's number: expected at most " + seen + ", actual " + number);
    }
    return number;
  }
}
