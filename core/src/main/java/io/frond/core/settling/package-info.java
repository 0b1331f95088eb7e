/**
 * Brings batches to the parent: sealed, published, proved, committed, final; and notices when the
 * parent took one back.
 */
@NullMarked
package io.frond.core.settling;

import org.jspecify.annotations.NullMarked;
