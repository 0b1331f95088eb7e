/**
 * A naive settlement to compare with: plain maps and lists, no trees, no bytes, and no line shared
 * with the product. Accounts, assets and items are small numbers.
 */
@NullMarked
package io.frond.exits.model;

import org.jspecify.annotations.NullMarked;
