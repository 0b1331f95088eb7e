package io.frond.vm;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** Values of every shape, with its codec. */
final class ShapeArbitraries {
  private ShapeArbitraries() {}

  /** A value and the codec that it is of. */
  record Sample<T>(Codec<T> codec, T value) {
    Bytes encoding() {
      return codec.encode(value);
    }
  }

  static Arbitrary<Sample<?>> samples() {
    return Arbitraries.oneOf(
        List.of(
            of(Codec.LONG, Arbitraries.longs()),
            of(Codec.INT, Arbitraries.integers()),
            of(Codec.BOOLEAN, booleans()),
            of(Codec.STRING, strings()),
            of(Codec.ACCOUNT, accounts()),
            of(Codec.ASSET, bytes(32).map(AssetId::of)),
            of(Codec.BYTES32, bytes(32).map(Bytes32::wrap)),
            of(Codec.BYTES, byteStrings()),
            of(Codec.ofEnum(Shapes.Side.class), sides()),
            of(Codec.of(Shapes.Climb.class), Arbitraries.longs().map(Shapes.Climb::new)),
            of(Codec.of(Shapes.Empty.class), Arbitraries.just(new Shapes.Empty())),
            of(Codec.of(Shapes.Three.class), threes()),
            of(Codec.of(Shapes.Atoms.class), atoms()),
            of(Codec.of(Shapes.Match.class), matches()),
            of(Codec.of(Shapes.Command.class), commands()),
            of(Codec.listOf(Codec.of(Shapes.Command.class)), commands().list().ofMaxSize(4)),
            of(Codec.of(Shapes.History.class), histories())));
  }

  private static <T> Arbitrary<Sample<?>> of(Codec<T> codec, Arbitrary<? extends T> values) {
    return values.map(value -> new Sample<>(codec, value));
  }

  static Arbitrary<Bytes> bytes(int size) {
    return Arbitraries.bytes().array(byte[].class).ofSize(size).map(Bytes::wrap);
  }

  static Arbitrary<Bytes> byteStrings() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(200).map(Bytes::wrap);
  }

  static Arbitrary<Account> accounts() {
    return bytes(Account.BYTES).map(Account::of);
  }

  /** Strings of any code points but lone surrogates, the replacement character among them. */
  static Arbitrary<String> strings() {
    Arbitrary<Integer> points =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 0x7f),
            Arbitraries.integers().between(0, 0xd7ff),
            Arbitraries.integers().between(0xe000, Character.MAX_CODE_POINT),
            Arbitraries.just(0xfffd));
    return points
        .list()
        .ofMaxSize(40)
        .map(list -> list.stream().map(Character::toString).collect(Collectors.joining()));
  }

  private static Arbitrary<Boolean> booleans() {
    return Arbitraries.of(false, true);
  }

  private static Arbitrary<Shapes.Side> sides() {
    return Arbitraries.of(Shapes.Side.class);
  }

  private static Arbitrary<Shapes.Three> threes() {
    return Combinators.combine(Arbitraries.integers(), Arbitraries.longs(), booleans())
        .as(Shapes.Three::new);
  }

  private static Arbitrary<Shapes.Atoms> atoms() {
    return Combinators.combine(
            threes(), strings(), accounts(), bytes(32), bytes(32), byteStrings(), sides())
        .as(
            (three, text, account, asset, word, some, side) ->
                new Shapes.Atoms(
                    three.second(),
                    three.first(),
                    three.third(),
                    text,
                    account,
                    AssetId.of(asset),
                    Bytes32.wrap(word),
                    some,
                    side));
  }

  private static Arbitrary<Shapes.Step> steps() {
    Arbitrary<Shapes.Square> squares =
        Combinators.combine(Arbitraries.integers(), Arbitraries.integers()).as(Shapes.Square::new);
    return Combinators.combine(squares, squares, sides().optional()).as(Shapes.Step::new);
  }

  private static Arbitrary<Shapes.Match> matches() {
    return Combinators.combine(
            steps().list().ofMaxSize(3),
            Arbitraries.longs().list().ofMaxSize(3),
            strings().list().ofMaxSize(2).list().ofMaxSize(2),
            threes().optional())
        .as(Shapes.Match::new);
  }

  static Arbitrary<Shapes.Command> commands() {
    return Arbitraries.oneOf(
        Arbitraries.just(new Shapes.Resign()),
        Combinators.combine(Arbitraries.longs(), strings().optional()).as(Shapes.Offer::new),
        Combinators.combine(steps(), accounts().list().ofMaxSize(3)).as(Shapes.Play::new));
  }

  private static Arbitrary<Shapes.History> histories() {
    return Combinators.combine(commands(), commands().list().ofMaxSize(3)).as(Shapes.History::new);
  }
}
