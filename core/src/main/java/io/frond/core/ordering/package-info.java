/** The order of transactions, and what the operator promises about it. */
@NullMarked
package io.frond.core.ordering;

import org.jspecify.annotations.NullMarked;
