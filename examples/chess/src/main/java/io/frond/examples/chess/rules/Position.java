package io.frond.examples.chess.rules;

/**
 * A position and what it decides by itself.
 *
 * @param fen the whole position in Forsyth-Edwards Notation, its en-passant square always written
 * @param result a win by mate, a draw by stalemate, or unfinished
 */
public record Position(String fen, GameResult result) {}
