package io.frond.fees.model;

import io.frond.core.fee.Bill;
import io.frond.core.fee.FeeModel;
import io.frond.core.fee.PricedTransaction;
import io.frond.core.fee.Quote;
import io.frond.core.fee.Usage;
import io.frond.vm.Context;
import io.frond.vm.StateView;

/** The same fee for every transaction, whatever it uses and however it ends. */
record Fixed(long quanta, String canonicalName) implements FeeModel {
  @Override
  public Quote quote(StateView fees, PricedTransaction transaction) {
    return new Quote(quanta, canonicalName);
  }

  @Override
  public Bill bill(Context fees, Quote quote, Usage used) {
    return new Bill(quanta, 0, 0, 0);
  }
}
