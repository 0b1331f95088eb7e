package io.frond.exits.model;

import io.frond.core.batch.BatchHeader;
import io.frond.core.chain.AssetQuanta;
import io.frond.core.chain.ParentReference;
import io.frond.core.inbox.ExitSelector;
import io.frond.core.ledger.Claim;
import io.frond.core.outbox.Withdrawal;
import io.frond.core.outbox.WithdrawalProof;
import io.frond.core.outbox.WithdrawalTree;
import io.frond.core.state.StateRoot;
import io.frond.exits.model.Action.Proposal;
import io.frond.exits.proof.EscapeProof;
import io.frond.exits.proof.ProvenClaim;
import io.frond.exits.settlement.BatchDraft;
import io.frond.exits.settlement.CallResult;
import io.frond.exits.settlement.SettlementCall;
import io.frond.exits.settlement.World;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.EscrowId;
import io.frond.vm.PoolId;
import io.frond.vm.Split;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** Says every action of a trace to the product, in its bytes. */
public final class TraceRunner {
  static final List<Account> ACCOUNTS =
      List.of(
          World.OPERATOR,
          World.OUTSIDER,
          World.ALICE,
          World.BOB,
          World.account(0x20),
          World.account(0x21));
  static final List<AssetId> ASSETS = List.of(World.GOLD, World.SILVER, World.RELIC, World.BORN);
  private static final int[] INDEX = {0, 3};
  private static final PoolId POOL = new PoolId(Bytes32.repeat((byte) 0x77));

  private final World world;
  private final List<Committed> commits = new ArrayList<>();

  private record Committed(
      Bytes32 hash, BatchDraft draft, WithdrawalTree tree, StateRoot roots, List<Claim> claims) {}

  TraceRunner(World world) {
    this.world = world;
  }

  String run(Action action) {
    if (action instanceof Action.Mine a) {
      world.now += a.blocks();
      return ReferenceModel.OK;
    }
    if (action instanceof Action.Commit a) {
      return commit(a);
    }
    return answer(world.call(caller(action), call(action)));
  }

  private static String answer(CallResult result) {
    return result.fold(done -> ReferenceModel.OK, refused -> refused.error().rule().name());
  }

  private static Account caller(Action action) {
    if (action instanceof Action.Deposit a) {
      return ACCOUNTS.get(a.by());
    } else if (action instanceof Action.ForceExit a) {
      return ACCOUNTS.get(a.by());
    } else if (action instanceof Action.Revoke a) {
      return ACCOUNTS.get(a.by());
    } else if (action instanceof Action.ForceTransaction a) {
      return ACCOUNTS.get(a.by());
    } else if (action instanceof Action.Challenge a) {
      return ACCOUNTS.get(a.by());
    } else if (action instanceof Action.Withdraw a) {
      return ACCOUNTS.get(a.by());
    } else if (action instanceof Action.SetRecipient a) {
      return ACCOUNTS.get(a.by());
    } else if (action instanceof Action.PostFunds a) {
      return ACCOUNTS.get(a.by());
    } else if (action instanceof Action.CollectFunds a) {
      return ACCOUNTS.get(a.by());
    }
    return World.BOB;
  }

  private SettlementCall call(Action action) {
    if (action instanceof Action.Deposit a) {
      return new SettlementCall.Deposit(
          ASSETS.get(a.asset()),
          a.asset() < 2 ? Bytes32.ZERO : item(a.item()),
          a.amount(),
          ACCOUNTS.get(a.account()),
          a.maxFee());
    } else if (action instanceof Action.ForceExit a) {
      return new SettlementCall.ForceExit(
          ACCOUNTS.get(a.account()), selector(a.selector()), a.maxFee());
    } else if (action instanceof Action.Revoke a) {
      return new SettlementCall.RevokeSessions(ACCOUNTS.get(a.account()), World.ANY_FEE);
    } else if (action instanceof Action.ForceTransaction) {
      return new SettlementCall.ForceTransaction(Bytes.of(1, 2), World.ANY_FEE);
    } else if (action instanceof Action.Challenge a) {
      SettlementCall.Challenge challenge = commits.get(a.batch()).draft.challenge(a.block());
      return a.goodWitness()
          ? challenge
          : new SettlementCall.Challenge(challenge.batch(), challenge.block(), Bytes.of(9));
    } else if (action instanceof Action.Finalize a) {
      return new SettlementCall.FinalizeThrough(a.number());
    } else if (action instanceof Action.SettleBond a) {
      return new SettlementCall.SettleBond(commits.get(a.batch()).hash);
    } else if (action instanceof Action.Claim a) {
      return new SettlementCall.ClaimWithdrawals(a.places().stream().map(this::proof).toList());
    }
    return lastCalls(action);
  }

  private SettlementCall lastCalls(Action action) {
    if (action instanceof Action.Withdraw a) {
      return new SettlementCall.Withdraw(
          ACCOUNTS.get(a.account()),
          ASSETS.get(a.asset()),
          a.asset() < 2 ? Bytes32.ZERO : item(a.item()),
          ACCOUNTS.get(a.to()));
    } else if (action instanceof Action.SetRecipient a) {
      return new SettlementCall.SetRecipient(ACCOUNTS.get(a.recipient()));
    } else if (action instanceof Action.Freeze) {
      return new SettlementCall.Freeze();
    } else if (action instanceof Action.Seal) {
      return new SettlementCall.Seal();
    } else if (action instanceof Action.Refund a) {
      return new SettlementCall.Refund(a.entry());
    } else if (action instanceof Action.Escape a) {
      return escape(a);
    } else if (action instanceof Action.PostFunds a) {
      return new SettlementCall.PostFunds(a.amount());
    }
    Action.CollectFunds a = (Action.CollectFunds) action;
    return new SettlementCall.CollectFunds(a.amount(), ACCOUNTS.get(a.to()));
  }

  private static ExitSelector selector(int number) {
    return switch (number) {
      case 0 -> ExitSelector.all();
      case 1 -> new ExitSelector.OfAsset(World.GOLD);
      case 2 -> new ExitSelector.OfItem(World.RELIC, item(1));
      default -> new ExitSelector.OfAsset(World.RELIC);
    };
  }

  /** Never zero, which stands for no item. */
  static Bytes32 item(int number) {
    return Bytes32.leftPad(Bytes.of(number + 1));
  }

  private WithdrawalProof proof(Action.Place place) {
    WithdrawalProof proof = commits.get(place.batch()).tree.proof(place.index());
    if (!place.isSpoiled()) {
      return proof;
    }
    Withdrawal honest = proof.withdrawal();
    Withdrawal spoiled =
        new Withdrawal(World.account(0x66), honest.asset(), honest.amount(), honest.item());
    return new WithdrawalProof(proof.batch(), proof.index(), spoiled, proof.path());
  }

  // --- commits

  private String commit(Action.Commit action) {
    Proposal says = action.proposal();
    BatchDraft draft = world.draft();
    if (action.by() != ReferenceModel.OPERATOR) {
      draft.epoch++;
    }
    long to = draft.inboxFrom + says.consumed();
    if (to <= world.view().status(world.now).inbox().length()) {
      draft.consumeTo(to);
    } else {
      draft.inboxTo = to;
    }
    long reference = Math.max(0, world.now - 1 - says.lag());
    draft.reference = new ParentReference(reference, World.blockHash(reference));
    draft.data = new ArrayList<>();
    says.fraudByBlock().forEach(fraud -> draft.data.add(Bytes.of(fraud ? 1 : 0)));
    says.leaving().forEach(leaving -> draft.withdrawals.add(withdrawal(leaving)));
    draft.totals = AssetQuanta.of(INDEX[0], says.goldTotal()).plus(INDEX[1], says.silverTotal());
    List<Claim> claims = new ArrayList<>();
    says.stakes().forEach(stake -> claims.add(claim(stake)));
    List<Claim> ledger = new ArrayList<>(claims);
    says.stakes().stream()
        .filter(stake -> stake instanceof Stake.Share)
        .findFirst()
        .ifPresent(share -> ledger.add(pool((Stake.Share) share)));
    draft.post =
        new StateRoot(new NaiveLedger(ledger).root(), item(1 + commits.size()), Bytes32.ZERO);
    spoil(draft, says.spoil());
    SettlementCall.Commit call = draft.call();
    String answer = answer(world.call(ACCOUNTS.get(action.by()), call));
    if (answer.equals(ReferenceModel.OK)) {
      Bytes32 hash = draft.build().header().hash(World.SUITE);
      commits.add(new Committed(hash, draft, draft.tree(), draft.post, ledger));
    }
    return answer;
  }

  private static void spoil(BatchDraft draft, Action.Spoil spoil) {
    Bytes32 wrong = Bytes32.repeat((byte) 0xee);
    switch (spoil) {
      case DOMAIN -> draft.domain = wrong;
      case EPOCH -> draft.epoch++;
      case NUMBER -> draft.number++;
      case PREVIOUS -> draft.previous = wrong;
      case PRE_ROOT -> draft.pre = wrong;
      case BLOCK_NUMBERS -> draft.firstBlock++;
      case RULES -> draft.rules = new BatchHeader.Rules(wrong, wrong);
      case INBOX_FROM -> {
        draft.inboxFrom++;
        draft.inboxTo = Math.max(draft.inboxFrom, draft.inboxTo);
      }
      case ROLLING_HASH -> draft.rollingHash = wrong;
      case REFERENCE_HASH -> draft.reference = new ParentReference(draft.reference.height(), wrong);
      case BLOCKS_ROOT -> draft.blocksRoot = wrong;
      case DATA -> draft.dataCommitment = wrong;
      case EVIDENCE -> draft.evidence = Bytes.of(1);
      default -> {}
    }
  }

  private static Withdrawal withdrawal(Action.Leaving leaving) {
    return new Withdrawal(
        ACCOUNTS.get(leaving.account()),
        ASSETS.get(leaving.asset()),
        leaving.amount(),
        leaving.asset() < 2 ? Bytes32.ZERO : item(leaving.item()));
  }

  // --- claims

  private SettlementCall escape(Action.Escape action) {
    Committed committed = commits.get(action.batch());
    Claim claim = committed.claims.get(action.claim());
    NaiveLedger ledger = new NaiveLedger(committed.claims);
    ProvenClaim proven = ledger.prove(claim);
    StateRoot roots =
        action.isSpoiled()
            ? new StateRoot(committed.roots.ledger(), Bytes32.ZERO, Bytes32.ZERO)
            : committed.roots;
    EscapeProof proof = EscapeProof.of(roots, proven);
    if (claim instanceof Claim.Share) {
      Claim pool =
          committed.claims.stream()
              .filter(one -> one instanceof Claim.Pool)
              .findFirst()
              .orElseThrow();
      proof = EscapeProof.ofShare(roots, proven, ledger.prove(pool));
    }
    return new SettlementCall.Escape(proof, action.index());
  }

  private static Claim pool(Stake.Share share) {
    return new Claim.Pool(POOL, share.total(), quanta(share.gold(), share.silver()));
  }

  private static AssetQuanta quanta(long gold, long silver) {
    return AssetQuanta.of(INDEX[0], gold).plus(INDEX[1], silver);
  }

  private static Claim claim(Stake stake) {
    if (stake instanceof Stake.Balances b) {
      return new Claim.Balances(
          ACCOUNTS.get(b.account()), Bytes32.ZERO, quanta(b.gold(), b.silver()));
    } else if (stake instanceof Stake.Item i) {
      return new Claim.Item(ASSETS.get(i.asset()), item(i.item()), ACCOUNTS.get(i.owner()));
    } else if (stake instanceof Stake.Share s) {
      return new Claim.Share(ACCOUNTS.get(s.account()), POOL, s.shares());
    } else if (stake instanceof Stake.Escrow e) {
      List<Split.Part> parts =
          e.parts().stream()
              .map(part -> new Split.Part(ACCOUNTS.get(part.account()), part.weight()))
              .toList();
      Bytes32 item = e.asset() < 2 ? Bytes32.ZERO : item(e.item());
      return new Claim.Escrow(
          new EscrowId(item(e.id())), ASSETS.get(e.asset()), item, e.amount(), 0, new Split(parts));
    }
    Stake.Residual r = (Stake.Residual) stake;
    return new Claim.Residual(
        Bytes32.ZERO, ASSETS.get(r.asset()), ACCOUNTS.get(r.account()), r.amount());
  }
}
