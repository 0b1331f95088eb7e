package io.frond.core.state;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.tuweni.bytes.Bytes32;

/** Where random keys come from. */
enum KeySpace {
  /** Spread evenly, as hashes are; hardly a key comes twice. */
  UNIFORM {
    @Override
    Bytes32 key(Random random) {
      return Bytes32.random(random);
    }
  },
  /** Spread evenly over 600 keys. */
  SMALL {
    @Override
    Bytes32 key(Random random) {
      return Bytes32.random(new Random(random.nextInt(600)));
    }
  },
  /** Seven keys: the tree is empty now and then. */
  TINY {
    @Override
    Bytes32 key(Random random) {
      return Bytes32.random(new Random(random.nextInt(7)));
    }
  },
  /** Zero but for a few bits here and there down to the last. */
  SPARSE {
    @Override
    Bytes32 key(Random random) {
      return bits(random, new byte[32], 0, 5, 31, 32, 128, 254, 255);
    }
  },
  /** 200 bits shared by all, as if they had been ground. */
  GROUND {
    @Override
    Bytes32 key(Random random) {
      byte[] key = Bytes32.random(new Random(1)).toArray();
      return bits(random, key, 200, 201, 202, 203, 204, 220, 253, 254, 255);
    }
  },
  /** Half spread evenly, half in one of two crowds. */
  CROWDED {
    @Override
    Bytes32 key(Random random) {
      return switch (random.nextInt(4)) {
        case 0 -> GROUND.key(random);
        case 1 -> SPARSE.key(random);
        default -> SMALL.key(random);
      };
    }
  };

  abstract Bytes32 key(Random random);

  /**
   * A batch of so many draws.
   *
   * @param removals how many of 100 changes are removals
   */
  TreeChanges changes(Random random, int draws, int removals) {
    Map<Bytes32, Boolean> drawn = new TreeMap<>();
    for (int i = 0; i < draws; i++) {
      drawn.put(key(random), random.nextInt(100) < removals);
    }
    TreeChanges.Builder builder = TreeChanges.builder();
    drawn.forEach(
        (key, removal) -> {
          if (removal) {
            builder.remove(key);
          } else {
            builder.put(key, Bytes32.random(random));
          }
        });
    return builder.build();
  }

  private static Bytes32 bits(Random random, byte[] key, int... places) {
    for (int place : places) {
      if (random.nextBoolean()) {
        key[place / 8] ^= (byte) (0x80 >> place % 8);
      }
    }
    return Bytes32.wrap(key);
  }
}
