/** A parent in this process: blocks, tokens and one settlement, with reorganisations on request. */
@NullMarked
package io.frond.exits.parent;

import org.jspecify.annotations.NullMarked;
