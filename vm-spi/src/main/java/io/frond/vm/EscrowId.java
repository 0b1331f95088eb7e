package io.frond.vm;

import org.apache.tuweni.bytes.Bytes32;

/**
 * The identity of an escrow: H(module, creation index), never chosen.
 *
 * @param value the 32 bytes
 */
public record EscrowId(Bytes32 value) {}
