package io.frond.core.parent;

import org.apache.tuweni.bytes.Bytes;

/**
 * Something that the settlement tells the world.
 *
 * @param height the parent block that holds it
 * @param event its encoding, by the settlement's rules
 */
public record ParentEvent(long height, Bytes event) {}
