package io.frond.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.DecoderFuzz;
import io.frond.core.batch.BatchHeader;
import io.frond.core.chain.ParentReference;
import io.frond.core.journal.JournalRecord.BatchPlace;
import io.frond.core.journal.JournalRecord.BatchTip;
import io.frond.core.journal.JournalRecord.BlockRecord;
import io.frond.core.journal.JournalRecord.CheckpointRecord;
import io.frond.core.journal.JournalRecord.GroupRecord;
import io.frond.core.journal.JournalRecord.InboxPart;
import io.frond.core.journal.JournalRecord.ReceiptTail;
import io.frond.core.journal.JournalRecord.RewindRecord;
import io.frond.core.journal.JournalRecord.SealedRecord;
import io.frond.core.journal.JournalRecord.SettledRecord;
import io.frond.core.journal.JournalRecord.SilenceRecord;
import io.frond.core.ordering.ReceiptGroup;
import io.frond.core.ordering.TrustLabel;
import io.frond.core.outbox.Withdrawal;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class JournalCodecTest {
  private static final Bytes32 A = Bytes32.repeat((byte) 0xaa);
  private static final Bytes32 B = Bytes32.repeat((byte) 0xbb);
  private static final Account ALICE = Account.fromHex("0x" + "a1".repeat(20));

  private static final BlockRecord BLOCK =
      new BlockRecord(
          7,
          new BatchPlace(3, true),
          A,
          Bytes.fromHexString("0x010203"),
          new InboxPart(5, List.of(Bytes.fromHexString("0x0405"))),
          List.of(Withdrawal.of(ALICE, AssetId.ofWords(1, 2, 3, 4), 9)));
  private static final GroupRecord GROUP =
      new GroupRecord(new ReceiptGroup(1, 2, A, 3, 4, B), 5, TrustLabel.REEXECUTION);
  private static final SealedRecord SEALED =
      new SealedRecord(
          new BatchHeader(
              A,
              new BatchHeader.Position(1, 2, B),
              new BatchHeader.StateRoots(A, B),
              new BatchHeader.Blocks(B, 1, 7),
              new BatchHeader.InboxSpan(5, 6, A),
              BatchHeader.Withdrawals.NONE,
              Bytes32.ZERO,
              A,
              new ParentReference(8, B),
              9,
              new BatchHeader.Rules(A, B)));
  private static final CheckpointRecord CHECKPOINT =
      new CheckpointRecord(7, 2, new BatchTip(1, A, B, 3, 4), new ReceiptTail(1, 2, A, 3, true));

  @Test
  void everyKindOfRecordHasTheseBytes() {
    assertThat(BLOCK.encode().toHexString())
        .isEqualTo(
            "0x0101"
                + "0000000000000007"
                + "0000000000000003"
                + "01"
                + "aa".repeat(32)
                + "03010203"
                + "0000000000000005"
                + "01020405"
                + "01"
                + "a1".repeat(20)
                + "0000000000000001000000000000000200000000000000030000000000000004"
                + "0000000000000009"
                + "00".repeat(32));
    assertThat(GROUP.encode().toHexString())
        .isEqualTo(
            "0x0102"
                + "0000000000000001"
                + "0000000000000002"
                + "aa".repeat(32)
                + "0000000000000003"
                + "00000004"
                + "bb".repeat(32)
                + "0000000000000005"
                + "01");
    assertThat(SEALED.encode().toHexString())
        .isEqualTo("0x0103" + SEALED.header().encode().toUnprefixedHexString());
    assertThat(new SettledRecord(3, 2, 1).encode().toHexString())
        .isEqualTo("0x0104000000000000000300000000000000020000000000000001");
    assertThat(new RewindRecord(2, 1).encode().toHexString())
        .isEqualTo("0x010500000000000000020000000000000001");
    assertThat(CHECKPOINT.encode().toHexString())
        .isEqualTo(
            "0x0106"
                + "0000000000000007"
                + "0000000000000002"
                + "0000000000000001"
                + "aa".repeat(32)
                + "bb".repeat(32)
                + "0000000000000003"
                + "0000000000000004"
                + "0000000000000001"
                + "0000000000000002"
                + "aa".repeat(32)
                + "0000000000000003"
                + "01");
    assertThat(new SilenceRecord(2).encode().toHexString()).isEqualTo("0x01070000000000000002");
  }

  @Test
  void aRecordIsWhatItsBytesSay() {
    for (JournalRecord record : List.of(BLOCK, GROUP, SEALED, CHECKPOINT)) {
      assertThat(JournalRecord.decode(record.encode())).isEqualTo(record);
    }
  }

  @Test
  void otherBytesAreRefusedOrAreThoseOfAnotherRecord() {
    DecoderFuzz.check(
        bytes -> JournalRecord.decode(bytes).encode(),
        List.of(
            BLOCK.encode(),
            GROUP.encode(),
            SEALED.encode(),
            CHECKPOINT.encode(),
            new SettledRecord(3, 2, 1).encode(),
            new RewindRecord(2, 1).encode(),
            new SilenceRecord(2).encode()));
  }

  @Test
  void aRewindMakesVoidWhatComesBeforeItAndNothingAfter() {
    Rewinds rewinds = new Rewinds();
    rewinds.add(10, new RewindRecord(2, 5));
    rewinds.add(20, new RewindRecord(1, 3));
    assertThat(rewinds.isBlockGone(9, 5)).isTrue();
    assertThat(rewinds.isBlockGone(9, 3)).isFalse();
    assertThat(rewinds.isBlockGone(11, 6)).isTrue();
    assertThat(rewinds.isBlockGone(21, 6)).isFalse();
    assertThat(rewinds.isBatchGone(9, 2)).isTrue();
    assertThat(rewinds.isBatchGone(9, 1)).isFalse();
    assertThat(rewinds.isAnyBefore(3)).isFalse();
    assertThat(rewinds.isAnyBefore(4)).isTrue();
  }
}
