package io.frond.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.vm.DecodeException;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.tuweni.bytes.Bytes;

/** What decodes of bytes that were flipped, cut or extended. */
final class PathMutations {
  private PathMutations() {}

  static Stream<TreePath> of(Bytes path, Random random) {
    return bytes(path, random).flatMap(mutated -> decode(mutated).stream());
  }

  /** Each byte flipped, each shorter length near a word, and longer ones. */
  static Stream<Bytes> bytes(Bytes valid, Random random) {
    Stream<Bytes> flipped =
        IntStream.range(0, valid.size())
            .mapToObj(
                i -> {
                  byte[] bytes = valid.toArray();
                  bytes[i] ^= (byte) (1 + random.nextInt(255));
                  return Bytes.wrap(bytes);
                });
    Stream<Bytes> cut =
        IntStream.range(0, valid.size())
            .filter(i -> i % 32 < 2)
            .mapToObj(length -> valid.slice(0, length));
    Stream<Bytes> extended =
        Stream.of(1, 31, 32, 64, 96)
            .map(more -> Bytes.concatenate(valid, Bytes.random(more, random)));
    return Stream.of(flipped, cut, extended).flatMap(bytes -> bytes);
  }

  static Optional<TreePath> decode(Bytes bytes) {
    try {
      TreePath path = TreePath.decode(bytes);
      assertThat(path.encode()).isEqualTo(bytes);
      return Optional.of(path);
    } catch (DecodeException refused) {
      return Optional.empty();
    }
  }
}
