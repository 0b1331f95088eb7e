/**
 * The world outside the chain: time, randomness and the disk, behind one door, so that a whole run
 * can happen in one thread from one seed. Nothing else in the core reads a clock, draws randomness
 * or opens a file.
 *
 * <p>{@link io.frond.core.environment.Environment#system} is the real world; {@link
 * io.frond.core.environment.SimulatedEnvironment} is its twin with a clock set by hand and a disk
 * that loses, tears and reorders whatever was not synced.
 */
@NullMarked
package io.frond.core.environment;

import org.jspecify.annotations.NullMarked;
