package io.frond.core.outcome;

import io.frond.core.fee.Bill;
import io.frond.core.fee.Usage;
import io.frond.core.hash.HashSuite;
import java.util.Arrays;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * What execution did. Bytes: {@code status ‖ uv x 4 usage ‖ uv x 4 bill ‖ uv operations ‖ uv length
 * ‖ operations ‖ uv events ‖ (module u8, text name, uv length ‖ data) ‖ uv messages ‖ (module u8,
 * uv length ‖ payload)}. Hash: {@code H(0x3a ‖ bytes)}.
 *
 * <p>Immutable. It is made encoded, by an {@link OutcomeWriter}, because it is made for every
 * transaction and read for few.
 */
public final class Outcome {
  /** The most bytes of operations. */
  public static final int MAX_OPERATION_BYTES = 1 << 24;

  private static final int TAG = 0x3a;

  private final Status status;
  private final Usage used;
  private final Bill bill;
  private final int operationCount;
  private final List<Event> events;
  private final List<Message> messages;
  private final byte[] encoded;
  private final int operationsFrom;
  private final int operationsTo;

  /**
   * Something for the parent chain.
   *
   * @param module position of the module that sends it
   * @param payload what it says
   */
  public record Message(int module, Bytes payload) {
    /** The most messages of one outcome. */
    public static final int MAX_COUNT = 64;

    /** The most bytes of one message. */
    public static final int MAX_BYTES = 8_192;
  }

  Outcome(
      Status status,
      Usage used,
      Bill bill,
      int operationCount,
      List<Event> events,
      List<Message> messages,
      byte[] encoded,
      int operationsFrom,
      int operationsTo) {
    this.status = status;
    this.used = used;
    this.bill = bill;
    this.operationCount = operationCount;
    this.events = events;
    this.messages = messages;
    this.encoded = encoded;
    this.operationsFrom = operationsFrom;
    this.operationsTo = operationsTo;
  }

  /**
   * The outcome whose encoding this is. The operations are not walked.
   *
   * @throws io.frond.vm.DecodeException if it is not the one encoding of an outcome
   */
  public static Outcome decode(Bytes encoded) {
    return OutcomeReader.read(encoded);
  }

  /** How it ended. */
  public Status status() {
    return status;
  }

  /** What it used, up to its end. */
  public Usage used() {
    return used;
  }

  /** What it paid. */
  public Bill bill() {
    return bill;
  }

  /** How many ledger operations there are. */
  public int operationCount() {
    return operationCount;
  }

  /** The ledger operations in order, each a code and its fields. */
  public Bytes operations() {
    return Bytes.wrap(Arrays.copyOfRange(encoded, operationsFrom, operationsTo));
  }

  /** What modules reported, in order. */
  public List<Event> events() {
    return events;
  }

  /** What goes to the parent chain, in order. */
  public List<Message> messages() {
    return messages;
  }

  /** The one encoding of this outcome. */
  public Bytes encode() {
    return Bytes.wrap(encoded.clone());
  }

  /** {@code H(0x3a ‖ bytes)}. */
  public Bytes32 hash(HashSuite suite) {
    return suite.newHasher().u8(TAG).raw(encoded, 0, encoded.length).digest();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Outcome outcome && Arrays.equals(encoded, outcome.encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  /** The parts, for a log. */
  @Override
  public String toString() {
    return "Outcome["
        + status
        + ", "
        + used
        + ", "
        + bill
        + ", operations="
        + operations()
        + ", events="
        + events
        + ", messages="
        + messages
        + "]";
  }
}
