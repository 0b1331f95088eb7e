/** Ratios against a peer or a limit, both measured in one run. */
@NullMarked
package io.frond.benchmarks;

import org.jspecify.annotations.NullMarked;
