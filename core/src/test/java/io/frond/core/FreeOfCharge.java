package io.frond.core;

import io.frond.core.fee.Bill;
import io.frond.core.fee.FeeModel;
import io.frond.core.fee.PricedTransaction;
import io.frond.core.fee.Quote;
import io.frond.core.fee.Usage;
import io.frond.vm.Context;
import io.frond.vm.StateView;

/** Nobody pays. The fee models themselves live above this module. */
final class FreeOfCharge implements FeeModel {
  @Override
  public String canonicalName() {
    return "free";
  }

  @Override
  public Quote quote(StateView fees, PricedTransaction transaction) {
    return new Quote(0, "free");
  }

  @Override
  public Bill bill(Context fees, Quote quote, Usage used) {
    return Bill.ZERO;
  }
}
