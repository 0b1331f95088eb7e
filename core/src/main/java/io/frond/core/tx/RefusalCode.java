package io.frond.core.tx;

import static io.frond.core.tx.Stage.ADMIT;
import static io.frond.core.tx.Stage.CHARGE;
import static io.frond.core.tx.Stage.DECODE;
import static io.frond.core.tx.Stage.FORCED;
import static io.frond.core.tx.Stage.INCLUDE;
import static io.frond.core.tx.Stage.POOL;
import static io.frond.core.tx.Stage.VERIFY;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Set;

/** Why a transaction was refused. What execution does with an included one is no refusal. */
public enum RefusalCode {
  /** Bytes that are missing, out of range or left over in a field. */
  MALFORMED(DECODE),
  /** A second way to write what has one encoding. */
  NON_CANONICAL(DECODE),
  /** The first byte is no version that this protocol knows. */
  UNKNOWN_VERSION(DECODE),
  /** A command type that no module of the chain has. */
  UNKNOWN_COMMAND(DECODE),
  /** More bytes than a transaction may have. */
  TOO_LARGE(DECODE),

  /** It was made for another chain. */
  WRONG_DOMAIN(VERIFY),
  /** It is well formed and asks for what this version does not do yet. */
  UNSUPPORTED(VERIFY),
  /** No key of the sender signed this. */
  BAD_SIGNATURE(VERIFY),
  /** A signature in the upper half of its two forms. */
  HIGH_S(VERIFY),
  /** No such session. */
  SESSION_UNKNOWN(VERIFY),
  /** The session is over. */
  SESSION_EXPIRED(VERIFY),
  /** The owner ended the session. */
  SESSION_REVOKED(VERIFY),
  /** The policy that the session was granted under has changed. */
  SESSION_POLICY_MISMATCH(VERIFY),
  /** The session does not reach as far as this command. */
  SESSION_OUT_OF_SCOPE(VERIFY),

  /** Too many from this sender or peer. */
  RATE_LIMITED(ADMIT),
  /** A first contact has to solve a puzzle. */
  PUZZLE_REQUIRED(ADMIT),
  /** The lane of the pool is full. */
  LANE_FULL(ADMIT),
  /** The pool is full. */
  POOL_FULL(ADMIT),
  /** The node has more work than it can do. */
  OVERLOADED(ADMIT),

  /** The nonce has been used. */
  NONCE_USED(ADMIT, INCLUDE),
  /** A nonce before this one is missing. */
  NONCE_GAP(ADMIT, INCLUDE),
  /** The time until which it was valid is over. */
  EXPIRED(ADMIT, INCLUDE),
  /** It is valid for longer than its kind of nonce allows. */
  TOO_FAR_AHEAD(ADMIT, INCLUDE),
  /** No room to remember an expiring nonce. */
  REPLAY_SET_FULL(ADMIT, INCLUDE),
  /** A forced nonce comes from the inbox alone. */
  FORCED_NONCE_ONLY(ADMIT, INCLUDE),

  /** The quota does not cover the limit. */
  QUOTA_EXHAUSTED(CHARGE),
  /** The price is above the most that the sender offers. */
  MAX_FEE_TOO_LOW(CHARGE),
  /** The payer does not have what it may cost. */
  INSUFFICIENT_BALANCE(CHARGE),
  /** The sponsor's cap is reached. */
  SPONSOR_CAP(CHARGE),
  /** The sponsor has nothing left. */
  SPONSOR_EMPTY(CHARGE),
  /** The sponsor does not pay for this command. */
  SPONSOR_NOT_ALLOWED(CHARGE),
  /** The cost is above 2^63-1 quanta. */
  FEE_OVERFLOW(CHARGE),

  /** A forced transaction that could not run; its inbox entry is consumed. */
  FORCED_NO_OP(FORCED),

  /** It was pushed out of the pool. */
  EVICTED(POOL),
  /** It stayed in the pool past its time. */
  EXPIRED_IN_POOL(POOL);

  private final ImmutableSet<Stage> stages;

  RefusalCode(Stage first, Stage... rest) {
    stages = Sets.immutableEnumSet(first, rest);
  }

  /** The stages at which this can be the reason. */
  public Set<Stage> stages() {
    return stages;
  }
}
