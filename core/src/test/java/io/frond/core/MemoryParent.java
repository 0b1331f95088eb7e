package io.frond.core;

import io.frond.core.batch.Batch;
import io.frond.core.batch.BatchHeader;
import io.frond.core.hash.HashSuite;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.inbox.InboxPayload;
import io.frond.core.parent.BatchStatus;
import io.frond.core.parent.ParentAnswer;
import io.frond.core.parent.ParentBlock;
import io.frond.core.parent.ParentEvent;
import io.frond.core.parent.ParentReader;
import io.frond.core.parent.ParentUnavailableException;
import io.frond.core.parent.ParentWriter;
import io.frond.core.parent.SettlementStatus;
import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.vm.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A parent that keeps bytes and checks what a chain could get wrong: number, previous hash, state
 * root, inbox, epoch, data. It executes nothing and disputes nothing; the real rules live above
 * this module.
 */
final class MemoryParent implements ParentReader, ParentWriter {
  private final HashSuite suite;
  private final Bytes32 domain;
  private final Bytes32 genesisRoot;
  private final List<ParentBlock> blocks = new ArrayList<>();
  private final List<Bytes> inbox = new ArrayList<>();
  private final List<Bytes32> rolling = new ArrayList<>();
  private final List<Commit> commits = new ArrayList<>();
  private final List<Batch> everCommitted = new ArrayList<>();
  private long lastFinal;
  private long epoch;
  private Mode mode = Mode.ACTIVE;
  private int unknownAnswers;
  private boolean isDown;
  private Account proposer = ChainWorld.OPERATOR.address();

  private record Commit(BatchHeader header, Bytes32 hash, long height, Account proposer) {}

  MemoryParent(HashSuite suite, Bytes32 domain, Bytes32 genesisRoot) {
    this.suite = suite;
    this.domain = domain;
    this.genesisRoot = genesisRoot;
    rolling.add(InboxEntry.startOfInbox(suite, domain));
    mine(0);
  }

  void mine(long timeMs) {
    blocks.add(
        new ParentBlock(
            blocks.size(), suite.hash(0x77, Bytes.ofUnsignedLong(blocks.size())), timeMs));
  }

  void enqueue(InboxPayload payload) {
    InboxEntry entry = new InboxEntry(inbox.size(), now(), payload);
    inbox.add(entry.encode());
    rolling.add(entry.rollingHash(suite, rolling.get(rolling.size() - 1)));
  }

  void setMode(Mode newMode) {
    mode = newMode;
  }

  void setDown(boolean down) {
    isDown = down;
  }

  /** Takes so many of the next commits and does not say so. */
  void answerUnknown(int count) {
    unknownAnswers = count;
  }

  /** As a proven fraud of a batch does. */
  void rewindTo(long number) {
    commits.subList((int) number, commits.size()).clear();
    epoch++;
  }

  /** As a reorganisation of the parent does. */
  void dropCommitsAfter(long number) {
    commits.subList((int) number, commits.size()).clear();
  }

  void raiseEpoch() {
    epoch++;
  }

  /** Who commits from now on. */
  void proposeAs(Account account) {
    proposer = account;
  }

  /** Commits the last batch's blocks a second time under the next number. */
  void forge() {
    Batch last = everCommitted.get(everCommitted.size() - 1);
    BatchHeader.Position position =
        new BatchHeader.Position(epoch, commits.size() + 1, hashOf(commits.size()));
    Batch forged = new Batch(last.header().at(position), last.blocks());
    commits.add(
        new Commit(
            forged.header(),
            forged.header().hash(suite),
            now(),
            Account.fromHex("0x" + "bd".repeat(20))));
    everCommitted.add(forged);
  }

  long lastFinal() {
    return lastFinal;
  }

  boolean isDown() {
    return isDown;
  }

  List<Batch> everCommitted() {
    return everCommitted;
  }

  long committedCount() {
    return commits.size();
  }

  private long now() {
    return blocks.size();
  }

  private void checkUp() {
    if (isDown) {
      throw new ParentUnavailableException("down", new IllegalStateException());
    }
  }

  @Override
  public ParentBlock head() {
    checkUp();
    return blocks.get(blocks.size() - 1);
  }

  @Override
  public Optional<ParentBlock> at(long height) {
    checkUp();
    return height < blocks.size() ? Optional.of(blocks.get((int) height)) : Optional.empty();
  }

  @Override
  public SettlementStatus settlement() {
    checkUp();
    long committed = commits.size();
    return new SettlementStatus(
        mode,
        epoch,
        now(),
        new SettlementStatus.Batches(committed, hashOf(committed), lastFinal),
        new SettlementStatus.Inbox(inbox.size(), inboxTo(committed), inboxTo(lastFinal)));
  }

  private Bytes32 hashOf(long number) {
    return number == 0 ? domain : commits.get((int) number - 1).hash();
  }

  private long inboxTo(long number) {
    return number == 0 ? 0 : commits.get((int) number - 1).header().inbox().to();
  }

  @Override
  public List<Bytes> inboxEntries(long from, int max, long confirmations) {
    checkUp();
    List<Bytes> entries = new ArrayList<>();
    for (long i = from; i < inbox.size() && entries.size() < max; i++) {
      InboxEntry entry = InboxEntry.decode(inbox.get((int) i));
      if (entry.enqueuedAt() + confirmations > blocks.size() - 1) {
        break;
      }
      entries.add(inbox.get((int) i));
    }
    return entries;
  }

  @Override
  public Optional<BatchStatus> batch(long number) {
    checkUp();
    if (number == 0) {
      return Optional.of(new BatchStatus(domain, Bytes.EMPTY, proposer, 0, true));
    }
    if (number > commits.size()) {
      return Optional.empty();
    }
    Commit commit = commits.get((int) number - 1);
    return Optional.of(
        new BatchStatus(
            commit.hash(),
            commit.header().encode(),
            commit.proposer(),
            commit.height(),
            number <= lastFinal));
  }

  @Override
  public Optional<Bytes> published(Bytes32 dataCommitment) {
    checkUp();
    return everCommitted.stream()
        .filter(batch -> batch.header().dataCommitment().equals(dataCommitment))
        .map(Batch::encode)
        .reduce((first, second) -> second);
  }

  @Override
  public Optional<Bytes> publishedBatch(Bytes32 batchHash) {
    checkUp();
    return everCommitted.stream()
        .filter(batch -> batch.header().hash(HashSuite.sha256()).equals(batchHash))
        .map(Batch::encode)
        .findFirst();
  }

  @Override
  public List<ParentEvent> events(long fromHeight) {
    return List.of();
  }

  @Override
  public ParentAnswer commit(Bytes encoded, Bytes evidence) {
    checkUp();
    Batch batch = Batch.decode(encoded);
    BatchHeader header = batch.header();
    String wrong = wrong(batch, header, evidence);
    if (!wrong.isEmpty()) {
      return new ParentAnswer.Refused(wrong, header.toString());
    }
    commits.add(new Commit(header, header.hash(suite), now(), proposer));
    everCommitted.add(batch);
    if (unknownAnswers > 0) {
      unknownAnswers--;
      return new ParentAnswer.Unknown("the line is bad");
    }
    return new ParentAnswer.Included(now());
  }

  private String wrong(Batch batch, BatchHeader header, Bytes evidence) {
    long number = commits.size();
    Bytes32 pre = number == 0 ? genesisRoot : commits.get((int) number - 1).header().state().post();
    long lastBlock = number == 0 ? 0 : commits.get((int) number - 1).header().blocks().last();
    long inboxTo = header.inbox().to();
    if (mode != Mode.ACTIVE && mode != Mode.SUNSETTING) {
      return "MODE";
    } else if (header.position().epoch() != epoch) {
      return "EPOCH";
    } else if (header.position().number() != number + 1) {
      return "NUMBER";
    } else if (!header.position().previous().equals(hashOf(number))) {
      return "PREVIOUS";
    } else if (!header.state().pre().equals(pre)) {
      return "PRE_ROOT";
    } else if (header.blocks().last() != lastBlock + header.blocks().count()
        || header.blocks().count() != batch.blocks().size()
        || !header.blocks().root().equals(Batch.blocksRoot(suite, batch.blocks()))) {
      return "BLOCKS";
    } else if (!header.dataCommitment().equals(Batch.dataCommitment(suite, batch.blocks()))) {
      return "DATA";
    } else if (header.inbox().from() != inboxTo(number)
        || inboxTo > inbox.size()
        || !header.inbox().rollingHash().equals(rolling.get((int) inboxTo))) {
      return "INBOX";
    }
    return evidence.isEmpty() ? "" : "EVIDENCE";
  }

  @Override
  public ParentAnswer finalizeThrough(long number) {
    checkUp();
    lastFinal = Math.max(lastFinal, Math.min(number, commits.size()));
    return new ParentAnswer.Included(now());
  }
}
