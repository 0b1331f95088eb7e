package io.frond.exits.settlement;

import io.frond.core.parent.ParentBlocks;
import io.frond.vm.Account;

/**
 * Who calls, and when.
 *
 * @param caller the account that the parent has authenticated
 * @param now the height of the block that the call is in, above every closed block
 * @param blocks the closed blocks
 */
public record CallContext(Account caller, long now, ParentBlocks blocks) {}
