/**
 * The protocol-owned ledger: who can leave with what. The authority rules are here and not in
 * modules: value leaves an account only by its own signature, and everything else only by the
 * module that holds it. {@link io.frond.core.ledger.Claim} is what the parent reads of it.
 */
@NullMarked
package io.frond.core.ledger;

import org.jspecify.annotations.NullMarked;
