/** Why anybody believes a batch: evidence, and the re-execution of one disputed block. */
@NullMarked
package io.frond.core.proof;

import org.jspecify.annotations.NullMarked;
