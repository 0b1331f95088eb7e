package io.frond.core.parent;

import java.util.Optional;

/** The blocks of the parent, as far as it remembers them. */
public interface ParentBlocks {
  /** The newest closed block. */
  ParentBlock head();

  /** The block at a height; empty above the head, and where the parent has forgotten it. */
  Optional<ParentBlock> at(long height);
}
