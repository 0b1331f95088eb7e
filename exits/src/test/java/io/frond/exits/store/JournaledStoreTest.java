package io.frond.exits.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;

class JournaledStoreTest {
  private record Point(Map<Integer, Integer> content, JournaledStore.Span span) {}

  @Test
  void marksAndSpansTakeBackExactlyWhatCameAfter() {
    SplittableRandom random = new SplittableRandom(5);
    JournaledStore store = new JournaledStore(new MemoryStore());
    Map<Integer, Integer> content = new HashMap<>();
    Map<Integer, Integer> atMark = new HashMap<>();
    Deque<Point> spans = new ArrayDeque<>();
    Map<Integer, Integer> atStart = new HashMap<>();
    int mark = 0;
    for (int i = 0; i < 50_000; i++) {
      int key = random.nextInt(30);
      switch (random.nextInt(12)) {
        case 0 -> {
          mark = store.mark();
          atMark = new HashMap<>(content);
        }
        case 1 -> {
          store.rollbackTo(mark);
          content = new HashMap<>(atMark);
        }
        case 2 -> {
          spans.push(new Point(atStart, store.endSpan()));
          atStart = new HashMap<>(content);
          atMark = new HashMap<>(content);
          mark = 0;
        }
        case 3 -> {
          if (!spans.isEmpty()) {
            Point point = spans.pop();
            store.undo(point.span);
            content = new HashMap<>(point.content);
            atStart = new HashMap<>(content);
            atMark = new HashMap<>(content);
            mark = 0;
          }
        }
        case 4, 5 -> {
          store.remove(Bytes.of(key));
          content.remove(key);
        }
        default -> {
          store.put(Bytes.of(key), Bytes.of(i & 0xff));
          content.put(key, i & 0xff);
        }
      }
      Optional<Bytes> expected = Optional.ofNullable(content.get(key)).map(v -> Bytes.of(v));
      assertThat(store.get(Bytes.of(key))).isEqualTo(expected);
    }
  }
}
