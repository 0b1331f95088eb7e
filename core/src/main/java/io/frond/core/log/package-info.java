/** The chain's log: what was ordered, in order, and the only thing that a restart needs. */
@NullMarked
package io.frond.core.log;

import org.jspecify.annotations.NullMarked;
