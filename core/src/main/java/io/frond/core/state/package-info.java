/**
 * The authenticated state: key-addressed compact binary Merkle trees, their proofs, and the
 * witnesses from which a block is re-executed.
 *
 * <p>A tree maps 32-byte keys to 32-byte value hashes. Bit {@code i} of a key (0 = the top bit of
 * byte 0) is the direction at depth {@code i}, and a leaf sits at its shortest unique prefix:
 * {@code leaf = H(0x00 ‖ key ‖ valueHash)}, {@code node = H(0x01 ‖ left ‖ right)}, an empty subtree
 * is 32 zero bytes. The root is a function of the content alone, whatever the history.
 */
@NullMarked
package io.frond.core.state;

import org.jspecify.annotations.NullMarked;
