package io.frond.core.state;

import io.frond.core.hash.HashSuite;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;

/**
 * All that one block touches of a state, in the order of the first touches, with a proof below each
 * of the three roots. Executing the block from this alone gives what executing it from the whole
 * state gives.
 *
 * <p>Bytes: {@code version u8 = 1 ‖ uv entries ‖ (section u8, uv length ‖ raw key, 0 | 1 ‖ uv
 * length ‖ value) ‖ uv length ‖ proof} for the ledger, module and meta tree.
 *
 * @param entries values before the block
 * @param ledger shows the entries of the ledger tree
 * @param module shows those of the module tree
 * @param meta shows those of the meta tree
 */
public record StateWitness(
    List<WitnessEntry> entries, TreeWitness ledger, TreeWitness module, TreeWitness meta) {
  /** The most entries. */
  public static final int MAX_ENTRIES = 1 << 20;

  /** The most bytes of one key or value. */
  public static final int MAX_VALUE_BYTES = 1 << 24;

  private static final int VERSION = 1;

  /** A witness of these parts. */
  public StateWitness {
    entries = List.copyOf(entries);
  }

  /** The roots that the proofs are below. */
  public StateRoot root() {
    return new StateRoot(ledger.root(), module.root(), meta.root());
  }

  /** The one encoding of this witness. */
  public Bytes encode() {
    ByteWriter out = new ByteWriter(4096);
    out.u8(VERSION).uv(entries.size());
    for (WitnessEntry entry : entries) {
      out.u8(entry.section().code()).uv(entry.rawKey().length).raw(entry.rawKey());
      byte[] value = entry.value();
      if (value == null) {
        out.u8(0);
      } else {
        out.u8(1).uv(value.length).raw(value);
      }
    }
    return out.sized(ledger.encode()).sized(module.encode()).sized(meta.encode()).toBytes();
  }

  /**
   * The witness whose encoding this is. Its entries are not yet checked against its proofs.
   *
   * @throws io.frond.vm.DecodeException if it is not the one encoding of a witness
   */
  public static StateWitness decode(HashSuite suite, Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    int version = in.u8();
    if (version != VERSION) {
      throw in.error("witness version: expected 1, actual " + version);
    }
    int count = in.uvUpTo(MAX_ENTRIES, "witness entries");
    List<WitnessEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(entry(in));
    }
    StateWitness witness =
        new StateWitness(entries, tree(suite, in), tree(suite, in), tree(suite, in));
    in.end();
    return witness;
  }

  private static WitnessEntry entry(ByteReader in) {
    Section section = Section.read(in);
    byte[] rawKey = in.raw(in.uvUpTo(MAX_VALUE_BYTES, "raw key"));
    int present = in.u8();
    if (present > 1) {
      throw in.error("witness entry: expected 0 or 1, actual " + present);
    }
    byte[] value = present == 0 ? null : in.raw(in.uvUpTo(MAX_VALUE_BYTES, "value"));
    return new WitnessEntry(section, rawKey, value);
  }

  private static TreeWitness tree(HashSuite suite, ByteReader in) {
    return TreeWitness.decode(suite, in.sized(TreeWitness.MAX_BYTES, "tree witness"));
  }
}
