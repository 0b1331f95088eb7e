package io.frond.core.journal;

import io.frond.core.batch.BatchHeader;
import io.frond.core.ordering.ReceiptGroup;
import io.frond.core.ordering.TrustLabel;
import io.frond.core.outbox.Withdrawal;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** One record of the journal. Each kind has one encoding, which {@link JournalCodec} describes. */
public sealed interface JournalRecord {
  /** The one encoding of this record. */
  default Bytes encode() {
    return JournalCodec.encode(this);
  }

  /**
   * The record whose encoding this is.
   *
   * @throws io.frond.vm.DecodeException if there is none
   */
  static JournalRecord decode(Bytes encoded) {
    return JournalCodec.decode(encoded);
  }

  /**
   * A block that was executed.
   *
   * @param number its number
   * @param place where it stands in its batch
   * @param postRoot the state root after it
   * @param data {@code Block.encode()}
   * @param inbox the inbox entries that it consumed
   * @param withdrawals what left by it, in order
   */
  record BlockRecord(
      long number,
      BatchPlace place,
      Bytes32 postRoot,
      Bytes data,
      InboxPart inbox,
      List<Withdrawal> withdrawals)
      implements JournalRecord {
    /** Copies the lists. */
    public BlockRecord {
      withdrawals = List.copyOf(withdrawals);
    }
  }

  /**
   * Where a block stands.
   *
   * @param batch number of its batch
   * @param isFirst whether it is the batch's first block
   */
  record BatchPlace(long batch, boolean isFirst) {}

  /**
   * Inbox entries.
   *
   * @param from index of the first one, or of the one that comes next if there are none
   * @param entries each as {@code InboxEntry.encode()}
   */
  record InboxPart(long from, List<Bytes> entries) {
    /** Copies the list. */
    public InboxPart {
      entries = List.copyOf(entries);
    }
  }

  /**
   * The end of a group commit: the blocks since the last one are promised by these receipts.
   *
   * @param group what the operator signs, once this record is synced
   * @param deadline of every receipt of the group
   * @param label of every receipt of the group
   */
  record GroupRecord(ReceiptGroup group, long deadline, TrustLabel label)
      implements JournalRecord {}

  /**
   * A batch is ready for the parent.
   *
   * @param header its header
   */
  record SealedRecord(BatchHeader header) implements JournalRecord {}

  /**
   * How far the parent had our batches when this was written.
   *
   * @param epoch the settlement's epoch then
   * @param committed number of the newest committed one
   * @param finalized number of the newest final one
   */
  record SettledRecord(long epoch, long committed, long finalized) implements JournalRecord {}

  /**
   * The blocks after one are gone; what they held is in later ones.
   *
   * @param batch the last batch that stays
   * @param block the last block that stays
   */
  record RewindRecord(long batch, long block) implements JournalRecord {}

  /**
   * Promises of this epoch may have been lost with an earlier log: nothing is signed in it.
   *
   * @param epoch the epoch
   */
  record SilenceRecord(long epoch) implements JournalRecord {}

  /**
   * All that a reader needs who begins in the middle, at the snapshot whose log position is the one
   * after this record.
   *
   * @param block the last block of the snapshot
   * @param from the position from which records matter: of the first block of the oldest batch that
   *     was not final
   * @param base the batch before that one
   * @param tail how far receipts had come
   */
  record CheckpointRecord(long block, long from, BatchTip base, ReceiptTail tail)
      implements JournalRecord {}

  /**
   * How far batches had come.
   *
   * @param number of the batch
   * @param hash of its header
   * @param postRoot the state root after it
   * @param lastBlock its last block
   * @param inboxTo the first inbox entry that it did not consume
   */
  record BatchTip(long number, Bytes32 hash, Bytes32 postRoot, long lastBlock, long inboxTo) {}

  /**
   * How far receipts had come.
   *
   * @param epoch the epoch of the last group
   * @param nextGroup the number of the next group of that epoch
   * @param previous the hash of the last group
   * @param nextSequence the sequence of the next receipt of that epoch
   * @param isSilent whether nothing is signed in that epoch
   */
  record ReceiptTail(
      long epoch, long nextGroup, Bytes32 previous, long nextSequence, boolean isSilent) {
    /** Before the first group of an epoch. */
    public static ReceiptTail startOf(long epoch) {
      return new ReceiptTail(epoch, 0, Bytes32.ZERO, 0, false);
    }

    /** After a group. */
    public ReceiptTail after(ReceiptGroup group, Bytes32 hash) {
      return new ReceiptTail(
          group.epoch(),
          group.number() + 1,
          hash,
          group.firstSequence() + group.count(),
          isSilent && group.epoch() == epoch);
    }

    /** The same, with nothing signed any more in this epoch. */
    public ReceiptTail silencedIn(long silentEpoch) {
      ReceiptTail start = silentEpoch == epoch ? this : startOf(silentEpoch);
      return new ReceiptTail(
          silentEpoch, start.nextGroup, start.previous, start.nextSequence, true);
    }
  }
}
