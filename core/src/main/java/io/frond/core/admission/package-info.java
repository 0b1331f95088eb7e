/**
 * The way in: what was submitted is verified, admitted and waits for a block. All of it is local
 * courtesy. It may refuse whom it likes and never makes a transaction valid.
 */
@NullMarked
package io.frond.core.admission;

import org.jspecify.annotations.NullMarked;
