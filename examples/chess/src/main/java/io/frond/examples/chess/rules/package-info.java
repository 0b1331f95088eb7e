/** The rules of chess as pure functions over FEN strings, on top of the chessgame library. */
@NullMarked
package io.frond.examples.chess.rules;

import org.jspecify.annotations.NullMarked;
