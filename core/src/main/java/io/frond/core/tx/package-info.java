/**
 * Transactions: what they say, how they are written, named, shown to a wallet and signed, and why
 * one is refused.
 *
 * <p>The bytes, the identity and the digest of a transaction are consensus: everything here but
 * {@link io.frond.core.tx.TransactionBuilder} and the keys is deterministic. All values are
 * immutable and safe for several threads, and copy the bytes that they keep.
 */
@NullMarked
package io.frond.core.tx;

import org.jspecify.annotations.NullMarked;
