/** The example's program: what it plays, what it prints and what it reports. */
@NullMarked
package io.frond.examples.chess.run;

import org.jspecify.annotations.NullMarked;
