package io.frond.core.tx;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The EIP-712 domain in which everything of one chain is signed. Fixed at genesis; a signature made
 * in one domain is none in another. Immutable.
 *
 * <p>By default {@code EIP712Domain(string name,string version,bytes32 salt)}, because wallets
 * refuse a chain id that is not the one they are connected to. For players who added the chain to
 * their wallet there is the variant {@code EIP712Domain(string name,string version,uint256
 * chainId,bytes32 salt)}. The version is the protocol's, the salt the hash of the chain's {@link
 * io.frond.core.chain.Domain}.
 */
public final class SigningDomain {
  private static final String TYPE = "EIP712Domain";
  private static final int MAX_NAME_CHARS = 64;

  private final Bytes32 domainHash;
  private final TypedValue.Struct value;
  private final byte[] separator;

  private SigningDomain(String name, OptionalLong chainId, Bytes32 domainHash) {
    if (name.isEmpty() || name.length() > MAX_NAME_CHARS) {
      throw new IllegalArgumentException(
          "domain name: expected 1 to 64 characters, actual " + name.length());
    }
    this.domainHash = Bytes32.wrap(domainHash.toArray());
    List<StructType.Field> fields = new ArrayList<>();
    List<TypedValue> values = new ArrayList<>();
    fields.add(StructType.Field.of("name", "string"));
    values.add(new TypedValue.Text(name));
    fields.add(StructType.Field.of("version", "string"));
    values.add(new TypedValue.Text(Integer.toString(Transaction.VERSION)));
    if (chainId.isPresent()) {
      fields.add(StructType.Field.of("chainId", "uint256"));
      values.add(new TypedValue.Int(chainId.getAsLong()));
    }
    fields.add(StructType.Field.of("salt", "bytes32"));
    values.add(new TypedValue.Word(this.domainHash));
    value = new TypedValue.Struct(new StructType(TYPE, fields), values);
    separator = value.word();
  }

  /**
   * The default form.
   *
   * @param name what a wallet shows as the application, 1 to 64 characters
   * @param domainHash the hash of the chain's domain
   */
  public static SigningDomain of(String name, Bytes32 domainHash) {
    return new SigningDomain(name, OptionalLong.empty(), domainHash);
  }

  /**
   * The variant with a chain id.
   *
   * @param name what a wallet shows as the application, 1 to 64 characters
   * @param chainId the EIP-155 id under which wallets know the chain, at least 1
   * @param domainHash the hash of the chain's domain
   */
  public static SigningDomain withChainId(String name, long chainId, Bytes32 domainHash) {
    if (chainId < 1) {
      throw new IllegalArgumentException("chain id: expected at least 1, actual " + chainId);
    }
    return new SigningDomain(name, OptionalLong.of(chainId), domainHash);
  }

  /** The hash of the chain's domain: the salt. */
  public Bytes32 domainHash() {
    return domainHash;
  }

  /** The EIP-712 domain separator. */
  public Bytes32 separator() {
    return Bytes32.wrap(separator.clone());
  }

  /** A message in this domain. */
  public TypedData message(TypedStruct struct) {
    return message(struct.value());
  }

  TypedData message(TypedValue.Struct message) {
    return new TypedData(value, separator, message);
  }
}
