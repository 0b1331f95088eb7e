package io.frond.vm;

import org.apache.tuweni.bytes.Bytes32;

/**
 * The identity of a pool: H(module, creation index), never chosen.
 *
 * @param value the 32 bytes
 */
public record PoolId(Bytes32 value) {}
