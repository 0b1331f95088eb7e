package io.frond.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.vm.DecodeException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.apache.tuweni.bytes.Bytes;

/** Throws mutated and random bytes at a decoder: it decodes canonically or it refuses. */
public final class DecoderFuzz {
  private static final int ROUNDS = 3_000;

  private DecoderFuzz() {}

  /**
   * Checks a decoder.
   *
   * @param reencode decodes its argument and encodes the result again
   * @param valid encodings that it must accept
   */
  public static void check(UnaryOperator<Bytes> reencode, List<Bytes> valid) {
    SplittableRandom random = new SplittableRandom(20_261_122);
    for (Bytes encoding : valid) {
      assertThat(reencode.apply(encoding)).isEqualTo(encoding);
      for (int round = 0; round < ROUNDS; round++) {
        refusesOrReencodes(reencode, mutate(random, encoding));
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      refusesOrReencodes(reencode, Bytes.wrap(bytes));
    }
  }

  private static void refusesOrReencodes(UnaryOperator<Bytes> reencode, Bytes bytes) {
    Bytes again;
    try {
      again = reencode.apply(bytes);
    } catch (DecodeException refusal) {
      assertThat(refusal).hasMessageContaining(" at byte ");
      return;
    }
    assertThat(again).isEqualTo(bytes);
  }

  private static Bytes mutate(SplittableRandom random, Bytes encoding) {
    byte[] bytes = encoding.toArray();
    int kind = random.nextInt(4);
    if (kind == 0) {
      return Bytes.wrap(bytes).slice(0, random.nextInt(bytes.length + 1)).copy();
    }
    if (kind == 1) {
      byte[] tail = new byte[1 + random.nextInt(40)];
      random.nextBytes(tail);
      return Bytes.concatenate(encoding, Bytes.wrap(tail)).copy();
    }
    for (int i = 0; i < kind && bytes.length > 0; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return Bytes.wrap(bytes);
  }
}
