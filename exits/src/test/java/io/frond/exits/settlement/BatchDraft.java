package io.frond.exits.settlement;

import io.frond.core.batch.Batch;
import io.frond.core.batch.BatchHeader;
import io.frond.core.chain.AssetQuanta;
import io.frond.core.chain.ParentReference;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.outbox.Withdrawal;
import io.frond.core.outbox.WithdrawalTree;
import io.frond.core.parent.SettlementStatus;
import io.frond.core.state.StateRoot;
import io.frond.exits.proof.BlockProof;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/** The next batch as an honest operator would write it, with every part open to be spoiled. */
public final class BatchDraft {
  public Bytes32 domain = World.DOMAIN_HASH;
  public long epoch;
  public long number;
  public Bytes32 previous;
  public Bytes32 pre;
  public long firstBlock;
  public List<Bytes> data = new ArrayList<>(List.of(Bytes.of(0)));
  public StateRoot post;
  public long inboxFrom;
  public long inboxTo;
  public Bytes32 rollingHash;
  public List<Withdrawal> withdrawals = new ArrayList<>();
  public AssetQuanta totals = AssetQuanta.NONE;
  public ParentReference reference;
  public BatchHeader.Rules rules = World.RULES;
  public Bytes evidence = Bytes.EMPTY;
  public @Nullable Bytes32 blocksRoot;
  public @Nullable Bytes32 dataCommitment;
  private @Nullable Batch built;
  private final SettlementView view;

  public BatchDraft(SettlementView view, long now) {
    this.view = view;
    SettlementStatus status = view.status(now);
    SettlementStatus.Batches batches = status.batches();
    epoch = status.epoch();
    number = batches.lastCommitted() + 1;
    previous = batches.lastHash();
    pre = World.GENESIS.hash(World.SUITE, World.DOMAIN_HASH);
    firstBlock = 1;
    view.batch(batches.lastCommitted())
        .ifPresent(
            last -> {
              BatchHeader header = BatchHeader.decode(last.header());
              pre = header.state().post();
              firstBlock = header.blocks().last() + 1;
            });
    post = new StateRoot(Bytes32.ZERO, pre, Bytes32.ZERO);
    inboxFrom = status.inbox().committedTo();
    long most = view.config().params().capacity().maxBatchEntries();
    rollingHash = Bytes32.ZERO;
    consumeTo(Math.min(status.inbox().length(), inboxFrom + most));
    reference = new ParentReference(now - 1, World.blockHash(now - 1));
  }

  public BatchDraft consumeTo(long to) {
    inboxTo = to;
    rollingHash =
        to == 0
            ? InboxEntry.startOfInbox(World.SUITE, World.DOMAIN_HASH)
            : view.entry(to - 1).orElseThrow().rollingHash();
    return this;
  }

  /** Adds a withdrawal and, for a fungible asset, its part of the totals. */
  public BatchDraft withdraw(Withdrawal withdrawal) {
    withdrawals.add(withdrawal);
    World.ASSETS
        .find(withdrawal.asset())
        .filter(asset -> asset.isFungible())
        .ifPresent(asset -> totals = totals.plus(asset.index(), withdrawal.amount()));
    return this;
  }

  public BatchDraft fraudulent() {
    data.set(0, Bytes.of(1));
    return this;
  }

  public WithdrawalTree tree() {
    return WithdrawalTree.of(World.SUITE, World.DOMAIN_HASH, number, withdrawals);
  }

  Bytes32 postRoot() {
    return post.hash(World.SUITE, World.DOMAIN_HASH);
  }

  /** The batch; the draft is not changed any more. */
  public Batch build() {
    if (built == null) {
      built = assemble();
    }
    return built;
  }

  private Batch assemble() {
    List<Batch.BlockData> blocks = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      Bytes32 root = i == data.size() - 1 ? postRoot() : Bytes32.repeat((byte) (0x70 + i));
      blocks.add(new Batch.BlockData(root, data.get(i)));
    }
    BatchHeader header =
        new BatchHeader(
            domain,
            new BatchHeader.Position(epoch, number, previous),
            new BatchHeader.StateRoots(pre, postRoot()),
            new BatchHeader.Blocks(
                Objects.requireNonNullElseGet(
                    blocksRoot, () -> Batch.blocksRoot(World.SUITE, blocks)),
                blocks.size(),
                firstBlock + blocks.size() - 1),
            new BatchHeader.InboxSpan(inboxFrom, inboxTo, rollingHash),
            new BatchHeader.Withdrawals(tree().root(), withdrawals.size(), totals),
            Bytes32.ZERO,
            Objects.requireNonNullElseGet(
                dataCommitment, () -> Batch.dataCommitment(World.SUITE, blocks)),
            reference,
            1_700_000_000_000L,
            rules);
    return new Batch(header, blocks);
  }

  public SettlementCall.Commit call() {
    return new SettlementCall.Commit(build().encode(), evidence);
  }

  public SettlementCall.Challenge challenge(int block) {
    Batch batch = build();
    return new SettlementCall.Challenge(
        batch.header().hash(World.SUITE), BlockProof.of(World.SUITE, batch, block), Bytes.of(0));
  }
}
