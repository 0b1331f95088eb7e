package io.frond.examples.chess.run;

import io.frond.examples.chess.ChessCommand;
import io.frond.examples.chess.rules.Color;

/**
 * One command of a script.
 *
 * @param by who sends it
 * @param command what is sent
 * @param legal whether the module must take it; if not, it must refuse it and change nothing
 */
record ScriptStep(Color by, ChessCommand command, boolean legal) {}
