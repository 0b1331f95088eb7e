/** Blocks that settle together: the header that evidence is about, and the data behind it. */
@NullMarked
package io.frond.core.batch;

import org.jspecify.annotations.NullMarked;
