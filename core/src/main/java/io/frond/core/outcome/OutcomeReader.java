package io.frond.core.outcome;

import io.frond.core.fee.Bill;
import io.frond.core.fee.Usage;
import io.frond.core.outcome.Outcome.Message;
import io.frond.vm.ByteReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;

/** Reads what {@link OutcomeWriter} writes. */
final class OutcomeReader {
  private static final int MAX_NAME_BYTES = 64;

  private OutcomeReader() {}

  static Outcome read(Bytes bytes) {
    byte[] encoded = bytes.toArray();
    ByteReader in = ByteReader.of(encoded);
    Status status = Status.read(in);
    try {
      Usage used = new Usage(in.uv(), in.uv(), in.uv(), in.uv());
      Bill bill = new Bill(in.uv(), in.uv(), in.uv(), in.uv());
      int count = in.uvUpTo(Outcome.MAX_OPERATION_BYTES, "operations");
      int length = in.uvUpTo(Outcome.MAX_OPERATION_BYTES, "operation bytes");
      int from = in.position();
      int to = from + in.bytes(length).size();
      List<Event> events = readEvents(in);
      List<Message> messages = readMessages(in);
      in.end();
      return new Outcome(status, used, bill, count, events, messages, encoded, from, to);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw in.error("outcome: " + e.getMessage());
    }
  }

  private static List<Event> readEvents(ByteReader in) {
    int count = in.uvUpTo(Event.MAX_COUNT, "events");
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int module = in.u8();
      String name = in.text(MAX_NAME_BYTES, "event");
      events.add(new Event(module, name, in.sized(Event.MAX_BYTES, "event")));
    }
    return List.copyOf(events);
  }

  private static List<Message> readMessages(ByteReader in) {
    int count = in.uvUpTo(Message.MAX_COUNT, "messages");
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      messages.add(new Message(in.u8(), in.sized(Message.MAX_BYTES, "message")));
    }
    return List.copyOf(messages);
  }
}
