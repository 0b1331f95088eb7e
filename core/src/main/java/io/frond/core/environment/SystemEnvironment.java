package io.frond.core.environment;

/** The real world. */
record SystemEnvironment(Clock clock, RandomSource random, Disk disk) implements Environment {}
