/** Reads recorded games: Portable Game Notation to moves that a module understands. */
@NullMarked
package io.frond.examples.chess.pgn;

import org.jspecify.annotations.NullMarked;
