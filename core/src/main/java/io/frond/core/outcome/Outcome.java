package io.frond.core.outcome;

import io.frond.core.fee.Bill;
import io.frond.core.fee.Usage;
import io.frond.core.hash.HashSuite;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * What execution did. Bytes: {@code status ‖ uv x 4 usage ‖ uv x 4 bill ‖ uv operations ‖ uv length
 * ‖ operations ‖ uv events ‖ (module u8, text name, uv length ‖ data) ‖ uv messages ‖ (module u8,
 * uv length ‖ payload)}. Hash: {@code H(0x3a ‖ bytes)}.
 *
 * @param status how it ended
 * @param used what it used, up to its end
 * @param bill what it paid
 * @param operationCount how many ledger operations there are
 * @param operations the ledger operations in order, each a code and its fields
 * @param events what modules reported, in order
 * @param messages what goes to the parent chain, in order
 */
public record Outcome(
    Status status,
    Usage used,
    Bill bill,
    int operationCount,
    Bytes operations,
    List<Event> events,
    List<Message> messages) {
  /** The most bytes of operations. */
  public static final int MAX_OPERATION_BYTES = 1 << 24;

  private static final int TAG = 0x3a;

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

  /** An outcome of these parts. */
  public Outcome {
    events = List.copyOf(events);
    messages = List.copyOf(messages);
  }

  /** {@code H(0x3a ‖ bytes)}. */
  public Bytes32 hash(HashSuite suite) {
    return suite.hash(TAG, encode());
  }

  /** The one encoding of this outcome. */
  public Bytes encode() {
    ByteWriter out = new ByteWriter(128);
    status.write(out);
    out.uv(used.compute()).uv(used.stateBytes()).uv(used.dataBytes()).uv(used.proofCycles());
    out.uv(bill.base()).uv(bill.tip()).uv(bill.parent()).uv(bill.operator());
    out.uv(operationCount).sized(operations);
    out.uv(events.size());
    for (Event event : events) {
      out.u8(event.module()).text(event.name()).sized(event.data());
    }
    out.uv(messages.size());
    for (Message message : messages) {
      out.u8(message.module()).sized(message.payload());
    }
    return out.toBytes();
  }

  /**
   * The outcome whose encoding this is. The operations are not walked.
   *
   * @throws io.frond.vm.DecodeException if it is not the one encoding of an outcome
   */
  public static Outcome decode(Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    Status status = Status.read(in);
    try {
      Usage used = new Usage(in.uv(), in.uv(), in.uv(), in.uv());
      Bill bill = new Bill(in.uv(), in.uv(), in.uv(), in.uv());
      int count = in.uvUpTo(MAX_OPERATION_BYTES, "operations");
      Bytes operations = in.sized(MAX_OPERATION_BYTES, "operation bytes");
      Outcome outcome =
          new Outcome(status, used, bill, count, operations, events(in), messages(in));
      in.end();
      return outcome;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw in.error("outcome: " + e.getMessage());
    }
  }

  private static List<Event> events(ByteReader in) {
    int count = in.uvUpTo(Event.MAX_COUNT, "events");
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(new Event(in.u8(), in.text(64, "event"), in.sized(Event.MAX_BYTES, "event")));
    }
    return events;
  }

  private static List<Message> messages(ByteReader in) {
    int count = in.uvUpTo(Message.MAX_COUNT, "messages");
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      messages.add(new Message(in.u8(), in.sized(Message.MAX_BYTES, "message")));
    }
    return messages;
  }
}
