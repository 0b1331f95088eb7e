package io.frond.core.ledger;

import io.frond.vm.Account;
import io.frond.vm.PoolId;

/** The identity of a share claim: {@code account 20 ‖ pool 32}. */
record ShareKey(Account account, PoolId pool) {}
