package io.frond.core.data;

import io.frond.core.batch.Batch;
import io.frond.core.batch.DataCommitment;
import io.frond.core.hash.HashSuite;
import io.frond.core.parent.ParentReader;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** Data that travels in the commit and is read back from the parent. */
final class CommittedData implements DataAvailability {
  private final HashSuite suite;
  private final ParentReader parent;

  CommittedData(HashSuite suite, ParentReader parent) {
    this.suite = suite;
    this.parent = parent;
  }

  @Override
  public Publication publish(Bytes32 commitment, List<Bytes> blockData) {
    return commitment.equals(DataCommitment.of(suite, blockData))
        ? new Publication.Published(Bytes.EMPTY)
        : new Publication.Failed("the data is not that of commitment " + commitment);
  }

  @Override
  public Optional<List<Bytes>> fetch(Bytes32 commitment) {
    return parent
        .published(commitment)
        .map(Batch::decode)
        .map(batch -> batch.blocks().stream().map(Batch.BlockData::data).toList())
        .filter(data -> commitment.equals(DataCommitment.of(suite, data)));
  }
}
