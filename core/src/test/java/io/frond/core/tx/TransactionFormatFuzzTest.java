package io.frond.core.tx;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.DecodeException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.tuweni.bytes.Bytes;

class TransactionFormatFuzzTest {
  private static final BlockTransactions BLOCKS = BlockTransactions.of(Chains.FORMAT);

  @Provide
  Arbitrary<SignedTransaction> signed() {
    return TransactionArbitraries.signed();
  }

  @Provide
  Arbitrary<List<SignedTransaction>> blocks() {
    return TransactionArbitraries.signed().list().ofMaxSize(12);
  }

  @Property(tries = 2000)
  void everyTransactionComesBackFromItsWireForm(@ForAll("signed") SignedTransaction signed) {
    assertThat(Chains.FORMAT.decode(Chains.FORMAT.encode(signed))).isEqualTo(signed);
  }

  @Property(tries = 500)
  void everyBlockComesBackFromItsForm(@ForAll("blocks") List<SignedTransaction> block) {
    ByteReader in = ByteReader.of(encode(block));
    assertThat(BLOCKS.decode(in, 12)).isEqualTo(block);
    in.end();
  }

  @Property(tries = 5000)
  void mutatedBytesAreACanonicalTransactionOrRefused(
      @ForAll("signed") SignedTransaction signed, @ForAll long seed) {
    assertWireIsCanonicalOrRefused(mutate(Chains.FORMAT.encode(signed), new Random(seed)));
  }

  @Property(tries = 2000)
  void randomBytesAreACanonicalTransactionOrRefused(@ForAll byte[] bytes) {
    assertWireIsCanonicalOrRefused(Bytes.wrap(bytes));
    assertWireIsCanonicalOrRefused(
        Bytes.concatenate(Bytes.of(1), Chains.FORMAT.tag(), Bytes.wrap(bytes)));
    assertBlockIsCanonicalOrRefused(Bytes.wrap(bytes));
  }

  @Property(tries = 2000)
  void mutatedBlocksAreCanonicalOrRefused(
      @ForAll("blocks") List<SignedTransaction> block, @ForAll long seed) {
    assertBlockIsCanonicalOrRefused(mutate(encode(block), new Random(seed)));
  }

  private static Bytes encode(List<SignedTransaction> block) {
    ByteWriter out = new ByteWriter();
    BLOCKS.encode(block, out);
    return out.toBytes();
  }

  private static Bytes mutate(Bytes valid, Random random) {
    byte[] bytes = valid.toArray();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      // The parts that vary in length stand in front.
      int place = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(60, bytes.length));
      bytes[place] = (byte) (random.nextBoolean() ? random.nextInt(4) : random.nextInt());
    }
    int cut = random.nextInt(8) == 0 ? random.nextInt(bytes.length) : bytes.length;
    return Bytes.wrap(bytes, 0, cut).copy();
  }

  private static void assertWireIsCanonicalOrRefused(Bytes bytes) {
    try {
      assertThat(Chains.FORMAT.encode(Chains.FORMAT.decode(bytes))).isEqualTo(bytes);
    } catch (DecodeException refused) {
      assertThat(refused).hasMessageContaining("expected");
    }
  }

  private static void assertBlockIsCanonicalOrRefused(Bytes bytes) {
    try {
      ByteReader in = ByteReader.of(bytes);
      List<SignedTransaction> block = BLOCKS.decode(in, 12);
      assertThat(encode(block)).isEqualTo(bytes.slice(0, in.position()));
    } catch (DecodeException refused) {
      assertThat(refused).hasMessageContaining("expected");
    }
  }

  @Property(tries = 20)
  void anyByteOfASignedTransactionThatIsFlippedChangesItOrIsRefused(
      @ForAll("signed") SignedTransaction signed) {
    Bytes wire = Chains.FORMAT.encode(signed);
    for (int i = 0; i < wire.size(); i++) {
      byte[] flipped = wire.toArray();
      flipped[i] ^= 1;
      assertThat(decodesTo(Bytes.wrap(flipped), signed)).isFalse();
    }
  }

  private static boolean decodesTo(Bytes bytes, SignedTransaction signed) {
    try {
      return Chains.FORMAT.decode(bytes).equals(signed);
    } catch (DecodeException refused) {
      return false;
    }
  }
}
