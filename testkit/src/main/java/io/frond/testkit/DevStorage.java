package io.frond.testkit;

import io.frond.core.environment.Environment;
import io.frond.core.environment.SimulatedClock;
import io.frond.core.environment.SimulatedEnvironment;
import io.frond.core.log.ChainLog;
import io.frond.core.log.FileChainLog;
import io.frond.core.state.StateStore;
import java.nio.file.Path;
import java.util.function.Function;

/** Where a chain and its parent are kept: nowhere, or in two folders. */
final class DevStorage {
  private final SimulatedClock clock;
  private final Environment chain;
  private final Environment parent;
  private final Function<Environment, ChainLog> logs;
  private final Function<Environment, StateStore> states;

  private DevStorage(
      SimulatedClock clock,
      Environment chain,
      Environment parent,
      Function<Environment, ChainLog> logs,
      Function<Environment, StateStore> states) {
    this.clock = clock;
    this.chain = chain;
    this.parent = parent;
    this.logs = logs;
    this.states = states;
  }

  static DevStorage inMemory(long seed) {
    SimulatedEnvironment world = new SimulatedEnvironment(seed);
    return new DevStorage(
        world.clock(), world, world, none -> ChainLog.inMemory(), none -> StateStore.inMemory());
  }

  static DevStorage in(Path folder) {
    SimulatedClock clock = new SimulatedClock();
    return new DevStorage(
        clock,
        environment(clock, folder.resolve("chain")),
        environment(clock, folder.resolve("parent")),
        FileChainLog::open,
        environment -> StateStore.files(environment.disk()));
  }

  private static Environment environment(SimulatedClock clock, Path folder) {
    Environment system = Environment.system(folder);
    return new DevEnvironment(clock, system.random(), system.disk());
  }

  SimulatedClock clock() {
    return clock;
  }

  Environment chain() {
    return chain;
  }

  ChainLog chainLog() {
    return logs.apply(chain);
  }

  StateStore chainStates() {
    return states.apply(chain);
  }

  ChainLog parentJournal() {
    return logs.apply(parent);
  }
}
