package io.frond.exits.settlement;

import io.frond.vm.Account;
import io.frond.vm.ByteWriter;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Where everything stands in the settlement's store: one byte for what it is, then what names it.
 */
final class Keys {
  static final Bytes CONFIG = Bytes.of(0x01);
  static final Bytes MODE = Bytes.of(0x02);
  static final Bytes EPOCH = Bytes.of(0x03);
  static final Bytes LAST_COMMITTED = Bytes.of(0x04);
  static final Bytes LAST_FINAL = Bytes.of(0x05);
  static final Bytes PROPOSER_OPEN = Bytes.of(0x06);
  static final Bytes LENGTH = Bytes.of(0x07);
  static final Bytes COMMITTED_TO = Bytes.of(0x08);
  static final Bytes FINALIZED_TO = Bytes.of(0x09);
  static final Bytes SNAPSHOT = Bytes.of(0x0a);
  static final Bytes LAST_FRAUD = Bytes.of(0x0b);
  static final Bytes FRAUD_FREEZE = Bytes.of(0x0c);
  static final Bytes BURNED = Bytes.of(0x0d);
  static final Bytes LAST_DUE = Bytes.of(0x0e);
  static final Bytes MONEY = Bytes.of(0x0f);

  private static final int ENTRY = 0x20;
  private static final int PENDING_REQUEST = 0x21;
  private static final int DEPOSIT_COUNT = 0x22;
  private static final int DEPOSIT_SUM = 0x23;
  private static final int REFUNDED = 0x24;
  private static final int BATCH_HASH = 0x30;
  private static final int BATCH = 0x31;
  private static final int OPEN = 0x32;
  private static final int PUBLISHED = 0x33;
  private static final int PUBLISHED_BATCH = 0x34;
  private static final int CUSTODY = 0x40;
  private static final int CREDITS = 0x41;
  private static final int OPEN_WITHDRAWALS = 0x42;
  private static final int REFUNDED_SUM = 0x43;
  private static final int CREDIT = 0x44;
  private static final int ITEM = 0x45;
  private static final int FUNDS = 0x50;
  private static final int RECIPIENT = 0x51;
  private static final int CLAIMED = 0x60;
  private static final int ESCAPED = 0x61;

  private Keys() {}

  static Bytes entry(long index) {
    return key(ENTRY).u64(index).toBytes();
  }

  static Bytes pendingRequest(Bytes request) {
    return key(PENDING_REQUEST).raw(request).toBytes();
  }

  static Bytes depositCount(int asset) {
    return key(DEPOSIT_COUNT).u8(asset).toBytes();
  }

  static Bytes depositSum(int asset, long number) {
    return key(DEPOSIT_SUM).u8(asset).u64(number).toBytes();
  }

  static Bytes refunded(long entry) {
    return key(REFUNDED).u64(entry).toBytes();
  }

  static Bytes batchHash(long number) {
    return key(BATCH_HASH).u64(number).toBytes();
  }

  static Bytes batch(Bytes32 hash) {
    return key(BATCH).raw(hash).toBytes();
  }

  static Bytes open(long batch, int asset) {
    return key(OPEN).u64(batch).u8(asset).toBytes();
  }

  static Bytes published(Bytes32 dataCommitment) {
    return key(PUBLISHED).raw(dataCommitment).toBytes();
  }

  static Bytes publishedBatch(Bytes32 batchHash) {
    return key(PUBLISHED_BATCH).raw(batchHash).toBytes();
  }

  static Bytes custody(int asset) {
    return key(CUSTODY).u8(asset).toBytes();
  }

  static Bytes credits(int asset) {
    return key(CREDITS).u8(asset).toBytes();
  }

  static Bytes openWithdrawals(int asset) {
    return key(OPEN_WITHDRAWALS).u8(asset).toBytes();
  }

  static Bytes refundedSum(int asset) {
    return key(REFUNDED_SUM).u8(asset).toBytes();
  }

  static Bytes credit(Account account, int asset) {
    return key(CREDIT).account(account).u8(asset).toBytes();
  }

  static Bytes item(int collection, Bytes32 id) {
    return key(ITEM).u8(collection).raw(id).toBytes();
  }

  static Bytes funds(Account account) {
    return key(FUNDS).account(account).toBytes();
  }

  static Bytes recipient(Account account) {
    return key(RECIPIENT).account(account).toBytes();
  }

  static Bytes claimed(long batch, int index) {
    return key(CLAIMED).u64(batch).u32(index).toBytes();
  }

  static Bytes escaped(Bytes32 spentKey) {
    return key(ESCAPED).raw(spentKey).toBytes();
  }

  private static ByteWriter key(int tag) {
    return new ByteWriter(34).u8(tag);
  }
}
