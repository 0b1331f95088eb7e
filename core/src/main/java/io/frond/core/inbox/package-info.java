/**
 * What comes from the parent: entries in one order that nobody can change, under a rolling hash.
 */
@NullMarked
package io.frond.core.inbox;

import org.jspecify.annotations.NullMarked;
