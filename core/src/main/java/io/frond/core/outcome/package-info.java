/**
 * What execution did to one transaction or inbox entry: status, usage, bill, ledger operations,
 * events. From outcomes alone anybody can keep the books of the ledger without running a module.
 */
@NullMarked
package io.frond.core.outcome;

import org.jspecify.annotations.NullMarked;
