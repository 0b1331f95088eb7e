package io.frond.core.tx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.bouncycastle.jcajce.provider.digest.Keccak;

/** A wallet: computes the digest of {@code eth_signTypedData_v4} from its JSON and nothing else. */
final class Eip712Reference {
  private final JsonNode root;
  private final JsonNode types;

  private Eip712Reference(JsonNode root) {
    this.root = root;
    this.types = root.get("types");
  }

  static Bytes32 digest(String json) {
    try {
      return new Eip712Reference(new ObjectMapper().readTree(json)).digest();
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  private Bytes32 digest() {
    return keccak(
        Bytes.concatenate(
            Bytes.fromHexString("0x1901"),
            hashStruct("EIP712Domain", root.get("domain")),
            hashStruct(root.get("primaryType").asText(), root.get("message"))));
  }

  private Bytes32 hashStruct(String type, JsonNode value) {
    Bytes encoded = keccak(Bytes.wrap(encodeType(type).getBytes(StandardCharsets.UTF_8)));
    for (JsonNode field : types.get(type)) {
      JsonNode member = value.get(field.get("name").asText());
      encoded = Bytes.concatenate(encoded, encode(field.get("type").asText(), member));
    }
    return keccak(encoded);
  }

  private String encodeType(String primary) {
    TreeSet<String> referenced = new TreeSet<>();
    collect(primary, referenced);
    referenced.remove(primary);
    StringBuilder text = new StringBuilder(describe(primary));
    referenced.forEach(type -> text.append(describe(type)));
    return text.toString();
  }

  private void collect(String type, Set<String> found) {
    String base = type.replace("[]", "");
    if (types.has(base) && found.add(base)) {
      types.get(base).forEach(field -> collect(field.get("type").asText(), found));
    }
  }

  private String describe(String type) {
    StringBuilder text = new StringBuilder();
    for (JsonNode field : types.get(type)) {
      text.append(text.isEmpty() ? "" : ",");
      text.append(field.get("type").asText()).append(' ').append(field.get("name").asText());
    }
    return type + "(" + text + ")";
  }

  private Bytes32 encode(String type, JsonNode value) {
    if (type.endsWith("[]")) {
      Bytes encoded = Bytes.EMPTY;
      for (JsonNode element : value) {
        encoded = Bytes.concatenate(encoded, encode(type.substring(0, type.length() - 2), element));
      }
      return keccak(encoded);
    }
    if (types.has(type)) {
      return hashStruct(type, value);
    }
    if (type.equals("bool")) {
      return Bytes32.leftPad(Bytes.of(value.booleanValue() ? 1 : 0));
    }
    String text = value.textValue();
    if (type.startsWith("int") || type.startsWith("uint")) {
      BigInteger number = new BigInteger(text).mod(BigInteger.ONE.shiftLeft(256));
      return Bytes32.leftPad(Bytes.wrap(number.toByteArray()).trimLeadingZeros());
    }
    if (type.equals("string")) {
      return keccak(Bytes.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
    Bytes bytes = Bytes.fromHexString(text);
    return type.equals("bytes") ? keccak(bytes) : Bytes32.leftPad(bytes);
  }

  private static Bytes32 keccak(Bytes bytes) {
    return Bytes32.wrap(new Keccak.Digest256().digest(bytes.toArray()));
  }
}
