package io.frond.core.tx;

/**
 * A command as its module wants it.
 *
 * @param entry which kind it is, and of which module
 * @param value the record
 * @param encodedBytes how many bytes its fields take
 */
public record DecodedCommand(CommandEntry entry, Object value, int encodedBytes) {}
