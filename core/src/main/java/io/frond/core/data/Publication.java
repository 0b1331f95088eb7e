package io.frond.core.data;

import org.apache.tuweni.bytes.Bytes;

/** What became of publishing. */
public sealed interface Publication {
  /**
   * The data can be fetched, or will travel in the commit.
   *
   * @param certificate what the commit must carry instead of the data; empty if it carries the data
   */
  record Published(Bytes certificate) implements Publication {}

  /**
   * The data is not available and the batch must not be committed.
   *
   * @param reason why
   */
  record Failed(String reason) implements Publication {}
}
