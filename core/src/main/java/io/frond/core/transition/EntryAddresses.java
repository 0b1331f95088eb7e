package io.frond.core.transition;

import io.frond.core.batch.Head;
import io.frond.core.hash.Hasher;
import io.frond.core.state.Section;
import io.frond.core.state.WitnessEntry;
import io.frond.vm.ByteReader;
import io.frond.vm.DecodeException;
import java.util.Arrays;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Where an entry lies in its tree, from its bytes alone, so that a witness is checked against its
 * proofs before anything reads it.
 */
final class EntryAddresses {
  private static final int CLAIM_TAG = 0x20;
  private static final int ITEM_TAG = 0x24;
  private static final int BALANCES = 1;
  private static final int ASSET_BYTES = 9;

  private final ChainRules rules;
  private final Hasher hasher;

  EntryAddresses(ChainRules rules) {
    this.rules = rules;
    this.hasher = rules.suite().newHasher();
  }

  /**
   * The tree key of an entry.
   *
   * @throws DecodeException if it has no owner on this chain
   */
  Bytes32 treeKey(WitnessEntry entry) {
    byte[] rawKey = entry.rawKey();
    if (entry.section() == Section.LEDGER) {
      return hasher.u8(CLAIM_TAG).raw(rawKey, 0, rawKey.length).digest();
    }
    if (entry.section() == Section.META && Arrays.equals(rawKey, ChainState.HEAD_KEY)) {
      return Head.key(rules.suite());
    }
    if (rawKey.length < 2 || rawKey[0] < 0 || rawKey[0] >= rules.ids().size()) {
      throw new DecodeException("witness entry: expected the key of a module of this chain");
    }
    Bytes32 owner = rules.ids().get(rawKey[0]);
    return hasher.u8(ITEM_TAG).raw(owner).raw(rawKey, 1, rawKey.length - 1).digest();
  }

  /**
   * The hash of an entry's value as the tree has it; zero if the entry is absent.
   *
   * @throws DecodeException if a balances entry is too short for what it says it holds
   */
  Bytes32 valueHash(WitnessEntry entry) {
    byte[] value = entry.value();
    if (value == null) {
      return Bytes32.ZERO;
    }
    int length = value.length;
    boolean balances =
        entry.section() == Section.LEDGER
            && entry.rawKey().length > 0
            && entry.rawKey()[0] == BALANCES;
    if (balances) {
      ByteReader in = ByteReader.of(value);
      in.bytes32();
      length = Bytes32.SIZE + 1 + in.u8() * ASSET_BYTES;
    }
    if (length > value.length) {
      throw new DecodeException(
          "balances entry: expected " + length + " bytes, actual " + value.length);
    }
    return hasher.raw(value, 0, length).digest();
  }
}
