package io.frond.core.log;

import io.frond.core.environment.Clock;
import io.frond.core.environment.Disk;
import io.frond.core.environment.DiskFile;
import io.frond.core.environment.Environment;
import io.frond.core.environment.RandomSource;
import io.frond.vm.ByteWriter;
import org.apache.tuweni.bytes.Bytes;

/** A world whose only randomness is one number. */
record FixedMarker(Environment world, long marker) implements Environment {
  @Override
  public Clock clock() {
    return world.clock();
  }

  @Override
  public RandomSource random() {
    byte[] bytes = new ByteWriter().u64(marker).toArray();
    return target -> System.arraycopy(bytes, 0, target, 0, target.length);
  }

  @Override
  public Disk disk() {
    return world.disk();
  }

  /** The content of a file. */
  Bytes content(String name) {
    try (DiskFile file = disk().open(name)) {
      byte[] bytes = new byte[(int) file.size()];
      file.read(0, bytes, 0, bytes.length);
      return Bytes.wrap(bytes);
    }
  }
}
