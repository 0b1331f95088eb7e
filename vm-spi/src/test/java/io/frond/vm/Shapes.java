package io.frond.vm;

import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** Types of every shape that a codec can be derived for. */
final class Shapes {
  private Shapes() {}

  enum Side {
    WHITE,
    BLACK
  }

  record Climb(long bid) {}

  record Empty() {}

  record Three(int first, long second, boolean third) {}

  record Atoms(
      long aLong,
      int anInt,
      boolean aBoolean,
      String aString,
      Account anAccount,
      AssetId anAsset,
      Bytes32 aWord,
      Bytes someBytes,
      Side aSide) {}

  record Square(int file, int rank) {}

  record Step(Square from, Square to, Optional<Side> promotion) {}

  record Match(
      List<Step> steps, List<Long> clocks, List<List<String>> notes, Optional<Three> end) {}

  sealed interface Command permits Resign, Offer, Play {}

  @CommandType(3)
  record Play(Step step, List<Account> watchers) implements Command {}

  @CommandType(1)
  record Resign() implements Command {}

  @CommandType(200)
  record Offer(long stake, Optional<String> greeting) implements Command {}

  record History(Command first, List<Command> rest) {}
}
