/** The 20-line game: a module with one command, two cells and one payment. */
@NullMarked
package io.frond.examples.hill;

import org.jspecify.annotations.NullMarked;
