package io.frond.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.batch.Batch;
import io.frond.core.batch.BatchHeader;
import io.frond.core.batch.DataCommitment;
import io.frond.core.chain.ParentReference;
import io.frond.core.hash.HashSuite;
import io.frond.core.parent.BatchStatus;
import io.frond.core.parent.ParentBlock;
import io.frond.core.parent.ParentEvent;
import io.frond.core.parent.ParentReader;
import io.frond.core.parent.SettlementStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class CommittedDataTest {
  private static final HashSuite SUITE = HashSuite.sha256();
  private static final List<Bytes> DATA = List.of(Bytes.of(1, 2), Bytes.EMPTY);
  private static final Bytes32 COMMITMENT = DataCommitment.of(SUITE, DATA);

  @Test
  void dataThatTravelsInTheCommitIsFoundByItsCommitment() {
    DataAvailability data =
        DataAvailability.withCommit(SUITE, parentWith(Map.of(COMMITMENT, batch().encode())));
    assertThat(data.publish(COMMITMENT, DATA)).isEqualTo(new Publication.Published(Bytes.EMPTY));
    assertThat(data.fetch(COMMITMENT)).contains(DATA);
    assertThat(data.fetch(Bytes32.ZERO)).isEmpty();
  }

  @Test
  void dataOfAnotherCommitmentIsNeitherPublishedNorBelieved() {
    Bytes32 other = Bytes32.repeat((byte) 1);
    DataAvailability data =
        DataAvailability.withCommit(SUITE, parentWith(Map.of(other, batch().encode())));
    assertThat(data.publish(other, DATA)).isInstanceOf(Publication.Failed.class);
    assertThat(data.fetch(other)).isEmpty();
  }

  private static Batch batch() {
    List<Batch.BlockData> blocks =
        DATA.stream().map(bytes -> new Batch.BlockData(Bytes32.repeat((byte) 9), bytes)).toList();
    BatchHeader header =
        new BatchHeader(
            Bytes32.ZERO,
            new BatchHeader.Position(0, 1, Bytes32.ZERO),
            new BatchHeader.StateRoots(Bytes32.ZERO, Bytes32.repeat((byte) 9)),
            new BatchHeader.Blocks(Batch.blocksRoot(SUITE, blocks), 2, 2),
            new BatchHeader.InboxSpan(0, 0, Bytes32.ZERO),
            BatchHeader.Withdrawals.NONE,
            Bytes32.ZERO,
            COMMITMENT,
            new ParentReference(0, Bytes32.ZERO),
            0,
            new BatchHeader.Rules(Bytes32.ZERO, Bytes32.ZERO));
    return new Batch(header, blocks);
  }

  private static ParentReader parentWith(Map<Bytes32, Bytes> published) {
    return new ParentReader() {
      @Override
      public ParentBlock head() {
        return new ParentBlock(0, Bytes32.ZERO, 0);
      }

      @Override
      public Optional<ParentBlock> at(long height) {
        return Optional.empty();
      }

      @Override
      public SettlementStatus settlement() {
        throw new AssertionError("not asked for");
      }

      @Override
      public List<Bytes> inboxEntries(long from, int max, long confirmations) {
        return List.of();
      }

      @Override
      public Optional<BatchStatus> batch(long number) {
        return Optional.empty();
      }

      @Override
      public Optional<Bytes> published(Bytes32 dataCommitment) {
        return Optional.ofNullable(published.get(dataCommitment));
      }

      @Override
      public Optional<Bytes> publishedBatch(Bytes32 batchHash) {
        return Optional.empty();
      }

      @Override
      public List<ParentEvent> events(long fromHeight) {
        return List.of();
      }
    };
  }
}
