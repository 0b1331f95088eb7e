/**
 * What a studio tests with: a chain and its parent in memory, wallets, and a judge that shares no
 * code with either.
 */
@NullMarked
package io.frond.testkit;

import org.jspecify.annotations.NullMarked;
