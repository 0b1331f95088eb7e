package io.frond.core.tx;

import io.frond.vm.Account;
import org.apache.tuweni.bytes.Bytes32;

/** Who can sign for an account: a key in memory, a wallet, a hardware module. */
public interface Signer {
  /** The account that it signs for. */
  Account address();

  /** The signature of this digest, s in the lower half. */
  Signature.Secp256k1 sign(Bytes32 digest);
}
