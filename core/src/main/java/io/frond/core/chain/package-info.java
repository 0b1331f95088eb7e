/**
 * What a chain is: its domain, its assets, its parameters and limits. All of it is fixed at genesis
 * or changes only by an announced upgrade, and all of it is bound by hashes in every batch header.
 */
@NullMarked
package io.frond.core.chain;

import org.jspecify.annotations.NullMarked;
