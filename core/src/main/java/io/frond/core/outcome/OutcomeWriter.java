package io.frond.core.outcome;

import io.frond.core.fee.Bill;
import io.frond.core.fee.Usage;
import io.frond.core.outcome.Outcome.Message;
import io.frond.vm.ByteWriter;
import java.util.List;

/** Makes outcomes, one after the other, in one memory. For one thread. */
public final class OutcomeWriter {
  private final ByteWriter out = new ByteWriter(1024);

  /**
   * An outcome of these parts.
   *
   * @param operationCount how many operations there are
   * @param operations the operations, one after the other
   */
  public Outcome write(
      Status status,
      Usage used,
      Bill bill,
      int operationCount,
      ByteWriter operations,
      List<Event> events,
      List<Message> messages) {
    status.write(out.reset());
    out.uv(used.compute()).uv(used.stateBytes()).uv(used.dataBytes()).uv(used.proofCycles());
    out.uv(bill.base()).uv(bill.tip()).uv(bill.parent()).uv(bill.operator());
    out.uv(operationCount).uv(operations.size());
    int from = out.size();
    out.raw(operations.array(), 0, operations.size());
    int to = out.size();
    List<Event> reported = copy(events);
    List<Message> sent = copy(messages);
    writeEvents(reported);
    writeMessages(sent);
    return new Outcome(status, used, bill, operationCount, reported, sent, out.toArray(), from, to);
  }

  /** Most are empty, and then nothing is copied. */
  private static <T> List<T> copy(List<T> list) {
    return list.isEmpty() ? List.of() : List.copyOf(list);
  }

  private void writeEvents(List<Event> events) {
    out.uv(events.size());
    for (Event event : events) {
      out.u8(event.module()).text(event.name()).sized(event.data());
    }
  }

  private void writeMessages(List<Message> messages) {
    out.uv(messages.size());
    for (Message message : messages) {
      out.u8(message.module()).sized(message.payload());
    }
  }
}
