package io.frond.exits.parent;

import io.frond.vm.Account;
import org.apache.tuweni.bytes.Bytes;

/**
 * A call that a reorganisation took back. It can be sent again, and may then be refused.
 *
 * @param caller who called
 * @param call its encoding
 */
public record DroppedCall(Account caller, Bytes call) {}
