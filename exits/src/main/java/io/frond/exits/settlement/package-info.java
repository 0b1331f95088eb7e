/**
 * The parent's rules for one chain: deposits and requests in, batches committed, disputed and
 * final, withdrawals and escapes out. The specification is the exit protocol; the numbers of its
 * sections stand beside the rules.
 */
@NullMarked
package io.frond.exits.settlement;

import org.jspecify.annotations.NullMarked;
