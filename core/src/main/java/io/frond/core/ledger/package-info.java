/** The protocol's ledger: claims, each of which covers a part of what the parent holds. */
@NullMarked
package io.frond.core.ledger;

import org.jspecify.annotations.NullMarked;
