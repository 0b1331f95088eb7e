package io.frond.core.state;

import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * What one leaf becomes at the end of a block.
 *
 * @param section its tree
 * @param treeKey its key in the tree
 * @param valueHash the hash of its new value; null if it is removed
 */
public record StateChange(Section section, Bytes32 treeKey, @Nullable Bytes32 valueHash) {}
