/** Chess for stakes as a module: two players lock equal stakes, and the result pays them out. */
@NullMarked
package io.frond.examples.chess;

import org.jspecify.annotations.NullMarked;
