package io.frond.core.log;

import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;

/** Records in a list. */
final class MemoryChainLog implements ChainLog {
  private final List<Bytes> records = new ArrayList<>();

  @Override
  public long append(Bytes record) {
    // Not copy(), which gives back the same object when it wraps a whole array.
    records.add(Bytes.wrap(record.toArray()));
    return records.size() - 1L;
  }

  @Override
  public long sync() {
    return end();
  }

  @Override
  public long end() {
    return records.size();
  }

  @Override
  public void replay(long from, Visitor visitor) {
    LogPositions.check("replay", from, end());
    for (int position = (int) from; position < records.size(); position++) {
      visitor.record(position, records.get(position));
    }
  }

  @Override
  public void cut(long end) {
    LogPositions.check("cut", end, end());
    records.subList((int) end, records.size()).clear();
  }

  @Override
  public void close() {}
}
