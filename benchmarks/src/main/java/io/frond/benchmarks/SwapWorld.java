package io.frond.benchmarks;

import io.frond.benchmarks.AmmSwap.Found;
import io.frond.benchmarks.AmmSwap.Swap;
import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import io.frond.core.chain.BlockLimits;
import io.frond.core.chain.ChainParams;
import io.frond.core.chain.ParentReference;
import io.frond.core.fee.FeeModel;
import io.frond.core.fee.Usage;
import io.frond.core.hash.HashSuite;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.inbox.InboxPayload;
import io.frond.core.transition.BlockExecution;
import io.frond.core.transition.BlockStart;
import io.frond.core.transition.ChainDefinition;
import io.frond.core.transition.ChainRules;
import io.frond.core.transition.ChainState;
import io.frond.core.transition.ExecutedBlock;
import io.frond.core.transition.Inclusion;
import io.frond.core.transition.NamedModule;
import io.frond.core.transition.StateTransition;
import io.frond.core.tx.Authorisation;
import io.frond.core.tx.CommandList;
import io.frond.core.tx.FeeOffer;
import io.frond.core.tx.Nonce;
import io.frond.core.tx.Payer;
import io.frond.core.tx.Signature;
import io.frond.core.tx.SignatureVerdict;
import io.frond.core.tx.SignedTransaction;
import io.frond.core.tx.SpendLimit;
import io.frond.core.tx.Transaction;
import io.frond.core.tx.TransactionVerifier;
import io.frond.core.tx.VerifiedTransaction;
import io.frond.fees.model.FeeModels;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** A chain with a market, funded traders and a fee; signatures are taken for valid. */
final class SwapWorld {
  static final long POOLED = 1L << 30;
  static final long FUNDED = 1L << 40;

  private static final int STEPS = 200_000;
  private static final Signature.Secp256k1 UNSIGNED =
      new Signature.Secp256k1(Bytes.repeat((byte) 1, 64));

  private final ChainRules rules;
  private final TransactionVerifier verifier;
  private final StateTransition transition;
  private final ChainState state;

  SwapWorld(int traders) {
    rules = ChainRules.of(definition());
    verifier =
        TransactionVerifier.of(
            rules.transactionRules(), (digest, sender, bytes, hint) -> SignatureVerdict.VALID);
    transition = new StateTransition(verifier);
    state = ChainState.genesis(rules, 0x5ec4e7);
    fund(traders);
  }

  private static ChainDefinition definition() {
    FeeModel fees = FeeModels.fixed(3);
    ChainParams defaults = ChainParams.defaults();
    ChainParams params =
        new ChainParams(
            new BlockLimits(1 << 19, 1 << 30, 1 << 16, 1L << 44, 1L << 42, 1L << 20, 1 << 16),
            defaults.prices(),
            defaults.maxDriftMs(),
            defaults.maxLockParentBlocks(),
            0,
            32,
            fees.canonicalName(),
            "fcfs");
    return new ChainDefinition(
        new ChainDefinition.Place(1, trader(-2), List.of(Bytes32.leftPad(Bytes.of(1)))),
        Assets.of(
            Asset.fungible(0, AmmSwap.GOLD, "GOLD", 2), Asset.fungible(1, AmmSwap.GEM, "GEM", 0)),
        params,
        List.of(NamedModule.of("amm", new AmmSwap())),
        new ChainDefinition.Fees(fees, trader(-1)),
        HashSuite.sha256());
  }

  static Account trader(int number) {
    long spread = number * 0x9e3779b97f4a7c15L;
    return Account.ofWords(spread, Long.reverse(spread), number);
  }

  private void fund(int traders) {
    BlockExecution block = begin();
    for (int number = 0; number <= traders; number++) {
      if (!block.hasRoomForEntry()) {
        Bytes32 unused = block.commit(block.finish());
        block = begin();
      }
      deposit(block, AmmSwap.GOLD, trader(number));
      deposit(block, AmmSwap.GEM, trader(number));
    }
    Inclusion founded = block.include(verified(traders, 0, POOLED, new Found(POOLED, POOLED)));
    if (!(founded instanceof Inclusion.Included included)
        || !included.result().outcome().status().isSuccess()) {
      throw new IllegalStateException("the pool was not founded: " + founded);
    }
    Bytes32 unused = block.commit(block.finish());
  }

  private static void deposit(BlockExecution block, AssetId asset, Account trader) {
    InboxPayload deposit = InboxPayload.Deposit.of(asset, FUNDED, trader);
    ExecutedBlock.Result unused = block.consume(new InboxEntry(block.cursor().next(), 0, deposit));
  }

  /** Begins a block on the funded state. */
  BlockExecution begin() {
    long number = state.head().blockNumber() + 1;
    return transition.begin(
        state,
        new BlockStart(number, 1000, new ParentReference(1, Bytes32.ZERO), 1000, 1, number == 1));
  }

  /** A swap of a trader, checked and decoded. */
  VerifiedTransaction swap(int trader, long nonce, Swap swap) {
    return verified(trader, nonce, swap.in(), swap);
  }

  private VerifiedTransaction verified(
      int trader, long nonce, long spend, AmmSwap.Command command) {
    Transaction transaction =
        new Transaction(
            trader(trader),
            Authorisation.OWNER,
            new Nonce.Ordered(0, nonce),
            Long.MAX_VALUE,
            new Usage(STEPS, 1 << 16, 1 << 16, 0),
            new FeeOffer(Payer.SELF, 10, 0),
            List.of(new SpendLimit.Quanta(0, spend), new SpendLimit.Quanta(1, spend)),
            CommandList.of(rules.catalog().encode("amm", command)));
    return (VerifiedTransaction) verifier.verify(SignedTransaction.of(transaction, UNSIGNED));
  }
}
