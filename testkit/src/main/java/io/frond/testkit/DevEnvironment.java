package io.frond.testkit;

import io.frond.core.environment.Disk;
import io.frond.core.environment.Environment;
import io.frond.core.environment.RandomSource;
import io.frond.core.environment.SimulatedClock;

/** A world whose time is that of a parent which somebody mines by hand. */
record DevEnvironment(SimulatedClock clock, RandomSource random, Disk disk)
    implements Environment {}
