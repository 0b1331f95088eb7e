package io.frond.core.parent;

import io.frond.vm.Account;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A batch as the parent has it.
 *
 * @param hash the hash of its header
 * @param header {@code BatchHeader.encode()}; empty for genesis
 * @param proposer who committed it
 * @param committedAt the parent block that holds the commit
 * @param isFinal whether it is final
 */
public record BatchStatus(
    Bytes32 hash, Bytes header, Account proposer, long committedAt, boolean isFinal) {}
