/** Tokens outside the settlement: who holds what on the parent. */
@NullMarked
package io.frond.exits.bank;

import org.jspecify.annotations.NullMarked;
