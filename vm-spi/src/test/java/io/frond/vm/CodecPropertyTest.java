package io.frond.vm;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.vm.ShapeArbitraries.Sample;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.apache.tuweni.bytes.Bytes;

class CodecPropertyTest {
  @Provide
  Arbitrary<Sample<?>> samples() {
    return ShapeArbitraries.samples();
  }

  @Provide
  Arbitrary<Codec<?>> codecs() {
    return ShapeArbitraries.samples().map(Sample::codec);
  }

  @Provide
  Arbitrary<byte[]> noise() {
    // Small bytes make counts and presence bytes that go somewhere.
    return Arbitraries.oneOf(Arbitraries.bytes(), Arbitraries.bytes().between((byte) 0, (byte) 3))
        .array(byte[].class)
        .ofMaxSize(120);
  }

  @Property
  void whatIsEncodedDecodesToTheSameValue(@ForAll("samples") Sample<?> sample) {
    assertThat(sample.codec().decode(sample.encoding())).isEqualTo(sample.value());
  }

  @Property
  void aTruncatedEncodingIsRefused(@ForAll("samples") Sample<?> sample) {
    Bytes encoding = sample.encoding();
    for (int size = 0; size < encoding.size(); size++) {
      assertThat(decodesCanonically(sample.codec(), encoding.slice(0, size))).isFalse();
    }
  }

  @Property
  void aTrailingByteIsRefused(@ForAll("samples") Sample<?> sample, @ForAll byte more) {
    Bytes longer = Bytes.concatenate(sample.encoding(), Bytes.of(more));
    assertThat(decodesCanonically(sample.codec(), longer)).isFalse();
  }

  @Property
  void aMutatedEncodingDecodesCanonicallyOrIsRefused(
      @ForAll("samples") Sample<?> sample,
      @ForAll @Size(4) int[] places,
      @ForAll @Size(4) byte[] masks) {
    byte[] bytes = sample.encoding().toArray();
    for (int i = 0; i < places.length && bytes.length > 0; i++) {
      bytes[Math.floorMod(places[i], bytes.length)] ^= masks[i];
      var unused = decodesCanonically(sample.codec(), Bytes.wrap(bytes.clone()));
    }
  }

  @Property
  void noiseDecodesCanonicallyOrIsRefused(
      @ForAll("codecs") Codec<?> codec, @ForAll("noise") byte[] noise) {
    var unused = decodesCanonically(codec, Bytes.wrap(noise));
  }

  @Property
  void jsonAndBackIsTheSameEncoding(@ForAll("samples") Sample<?> sample) {
    Schema schema = sample.codec().schema();
    String json = JsonForm.toJson(schema, sample.encoding());
    assertThat(JsonForm.fromJson(schema, json)).isEqualTo(sample.encoding());
  }

  @Property
  void jsonNeedsNoClassToRefuseWhatTheCodecRefuses(
      @ForAll("codecs") Codec<?> codec, @ForAll("noise") byte[] noise) {
    Bytes bytes = Bytes.wrap(noise);
    assertThat(isRefused(() -> JsonForm.toJson(codec.schema(), bytes)))
        .isEqualTo(isRefused(() -> codec.decode(bytes)));
  }

  @Property
  void mutatedJsonIsReadOrRefused(
      @ForAll("samples") Sample<?> sample, @ForAll int place, @ForAll char c) {
    Schema schema = sample.codec().schema();
    StringBuilder json = new StringBuilder(JsonForm.toJson(schema, sample.encoding()));
    json.setCharAt(Math.floorMod(place, json.length()), c);
    try {
      Bytes read = JsonForm.fromJson(schema, json.toString());
      assertThat(decodesCanonically(sample.codec(), read)).isTrue();
    } catch (DecodeException refused) {
      assertThat(refused).hasMessageContaining("at character");
    }
  }

  private static <T> boolean decodesCanonically(Codec<T> codec, Bytes bytes) {
    try {
      T value = codec.decode(bytes);
      assertThat(codec.encode(value)).isEqualTo(bytes);
      return true;
    } catch (DecodeException refused) {
      assertThat(refused).hasMessageContaining("at byte");
      return false;
    }
  }

  private static boolean isRefused(Runnable read) {
    try {
      read.run();
      return false;
    } catch (DecodeException refused) {
      return true;
    }
  }
}
