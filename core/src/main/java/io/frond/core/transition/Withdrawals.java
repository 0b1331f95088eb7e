package io.frond.core.transition;

import io.frond.core.chain.Asset;
import io.frond.core.chain.AssetQuanta;
import io.frond.core.hash.Frontier;
import io.frond.core.hash.HashSuite;
import io.frond.core.hash.TreeKind;
import io.frond.core.outbox.Withdrawal;
import io.frond.vm.Account;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The withdrawals of the batch so far: the frontier of their tree and the totals of each fungible
 * asset; items are told by their leaves alone.
 */
final class Withdrawals {
  private final HashSuite suite;
  private final int limit;
  private Bytes32 domain = Bytes32.ZERO;
  private long batch;
  private Frontier frontier = Frontier.empty();
  private AssetQuanta totals = AssetQuanta.NONE;
  private final List<Withdrawal> ofBlock = new ArrayList<>();
  private final List<Asset> assetOf = new ArrayList<>();

  Withdrawals(HashSuite suite, int limit) {
    this.suite = suite;
    this.limit = limit;
  }

  /** Begins a block with what the batch has so far. */
  void begin(Bytes32 newDomain, long newBatch, Frontier soFar, AssetQuanta totalsSoFar) {
    domain = newDomain;
    batch = newBatch;
    frontier = soFar;
    totals = totalsSoFar;
    ofBlock.clear();
    assetOf.clear();
  }

  boolean hasRoom(int more) {
    return frontier.count() + ofBlock.size() + more <= limit;
  }

  void add(Account account, Asset asset, long quanta, Bytes32 item) {
    ofBlock.add(new Withdrawal(account, asset.id(), quanta, item));
    assetOf.add(asset);
  }

  int mark() {
    return ofBlock.size();
  }

  void rollbackTo(int mark) {
    ofBlock.subList(mark, ofBlock.size()).clear();
    assetOf.subList(mark, assetOf.size()).clear();
  }

  /** Hashes this block's withdrawals into the batch's tree. */
  void seal() {
    for (int i = 0; i < ofBlock.size(); i++) {
      Withdrawal withdrawal = ofBlock.get(i);
      Bytes32 leaf = withdrawal.leaf(suite, domain, batch, frontier.count());
      frontier = frontier.append(suite, TreeKind.WITHDRAWALS, leaf);
      if (assetOf.get(i).isFungible()) {
        totals = totals.plus(assetOf.get(i).index(), withdrawal.amount());
      }
    }
  }

  Frontier frontier() {
    return frontier;
  }

  AssetQuanta totals() {
    return totals;
  }

  List<Withdrawal> ofBlock() {
    return List.copyOf(ofBlock);
  }
}
