package io.frond.core.state;

/**
 * One value of the state as snapshots and witnesses carry it. The arrays are not copied and must
 * not be changed.
 *
 * @param section its tree
 * @param rawKey the preimage of its tree key
 * @param value the stored value
 */
public record StoredEntry(Section section, byte[] rawKey, byte[] value) {}
