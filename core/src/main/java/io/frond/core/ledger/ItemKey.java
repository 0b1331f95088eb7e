package io.frond.core.ledger;

import io.frond.vm.AssetId;
import org.apache.tuweni.bytes.Bytes32;

/** The identity of an item claim: {@code collection 32 ‖ id 32}, never the owner. */
record ItemKey(AssetId collection, Bytes32 item) {}
