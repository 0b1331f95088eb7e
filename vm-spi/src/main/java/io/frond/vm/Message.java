package io.frond.vm;

import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Something that arrived from the parent chain.
 *
 * @param source who sent it, as the parent authenticated it
 * @param payload what it says; the module decodes it and refuses what it cannot
 */
public record Message(Bytes32 source, Bytes payload) {}
