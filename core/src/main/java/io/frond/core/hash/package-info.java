/** The chain's hash suite: SHA-256 now, chosen at genesis. Digests are 32 bytes everywhere. */
@NullMarked
package io.frond.core.hash;

import org.jspecify.annotations.NullMarked;
