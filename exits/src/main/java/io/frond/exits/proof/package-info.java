/** What people show to the settlement: a block that is wrong, a claim that is theirs. */
@NullMarked
package io.frond.exits.proof;

import org.jspecify.annotations.NullMarked;
