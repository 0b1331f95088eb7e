package io.frond.exits.settlement;

import io.frond.core.batch.BatchHeader;
import io.frond.vm.Account;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import org.apache.tuweni.bytes.Bytes;

/**
 * A committed batch as the settlement keeps it, under its hash.
 *
 * @param header what it states
 * @param commitment who committed it, when
 * @param status what became of it
 */
record BatchRecord(BatchHeader header, Commitment commitment, Status status) {
  private static final int COMMITTED = 1;
  private static final int FINAL = 2;
  private static final int REWOUND = 3;

  /**
   * The circumstances of a commit.
   *
   * @param proposer who committed
   * @param byOperator whether that was the operator then
   * @param at the parent block
   * @param operatorAt the same on the operator's clock
   * @param finalFrom the parent block from which it may be final: a batch keeps the window in force
   *     at its commit
   * @param bond what the proposer locked
   */
  record Commitment(
      Account proposer, boolean byOperator, long at, long operatorAt, long finalFrom, long bond) {}

  /** What became of a batch. */
  sealed interface Status {
    /** Nothing yet; if a batch before it was rewound, its bond is to be settled. */
    record Committed() implements Status {}

    /** It is final. */
    record Final() implements Status {}

    /**
     * It is gone, its bond settled.
     *
     * @param culprit who proposed the batch that was wrong
     */
    record Rewound(Account culprit) implements Status {}
  }

  long number() {
    return header.position().number();
  }

  BatchRecord with(Status next) {
    return new BatchRecord(header, commitment, next);
  }

  static BatchRecord decode(Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    int status = in.u8();
    Account culprit = in.account();
    Commitment commitment =
        new Commitment(in.account(), in.u8() == 1, in.u63(), in.u63(), in.u63(), in.u63());
    BatchHeader header = BatchHeader.decode(in.bytes(in.remaining()));
    return new BatchRecord(header, commitment, status(status, culprit));
  }

  Bytes encode() {
    ByteWriter out = new ByteWriter(1_024);
    if (status instanceof Status.Rewound rewound) {
      out.u8(REWOUND).account(rewound.culprit());
    } else {
      out.u8(status instanceof Status.Final ? FINAL : COMMITTED).account(NOBODY);
    }
    out.account(commitment.proposer()).u8(commitment.byOperator() ? 1 : 0);
    out.u64(commitment.at()).u64(commitment.operatorAt());
    out.u64(commitment.finalFrom()).u64(commitment.bond());
    return out.raw(header.encode()).toBytes();
  }

  private static final Account NOBODY = Account.ofWords(0, 0, 0);

  private static Status status(int code, Account culprit) {
    return switch (code) {
      case FINAL -> new Status.Final();
      case REWOUND -> new Status.Rewound(culprit);
      default -> new Status.Committed();
    };
  }
}
