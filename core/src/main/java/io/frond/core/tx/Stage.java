package io.frond.core.tx;

/** How far a transaction had come when it was refused. */
public enum Stage {
  /** The bytes are not a transaction. */
  DECODE,
  /** It is not of this chain, not supported, or not signed by who it says. */
  VERIFY,
  /** This node does not queue it now; another one may. */
  ADMIT,
  /** A block that contained it now would be invalid. */
  INCLUDE,
  /** Nobody covers what it may cost. */
  CHARGE,
  /** An inbox entry that was consumed without effect. */
  FORCED,
  /** It was queued and left the queue without a block. */
  POOL
}
