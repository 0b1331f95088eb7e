/**
 * Fee models, which are consensus, in {@code model}; admission control, which is local, in {@code
 * admission} when it comes. The first never sees the second.
 */
@NullMarked
package io.frond.fees;

import org.jspecify.annotations.NullMarked;
