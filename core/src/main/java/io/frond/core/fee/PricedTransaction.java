package io.frond.core.fee;

import io.frond.vm.Account;

/**
 * What a fee model sees of a transaction.
 *
 * @param sender who signed it
 * @param limit the most it may use of each dimension
 * @param dataBytes its size in the published data
 * @param maxFee the most it may cost, in quanta
 * @param tip what it offers the operator on top, at most {@code maxFee}
 * @param quotaOnly whether it is to be refused and not billed when no quota covers it
 */
public record PricedTransaction(
    Account sender, Usage limit, int dataBytes, long maxFee, long tip, boolean quotaOnly) {}
