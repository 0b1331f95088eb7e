/**
 * The judge: naive books kept from published outcomes alone. It uses maps, decimal strings of bytes
 * and big integers, and nothing of the product's ledger, codecs or trees, so that a bug there is
 * not repeated here.
 */
@NullMarked
package io.frond.testkit.audit;

import org.jspecify.annotations.NullMarked;
