package io.frond.core.tx;

import io.frond.vm.Account;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The keys of accounts that signed before: checking a known key is cheaper than finding it. It
 * forgets freely, and what it knows never changes an answer. Safe for several threads.
 */
final class KnownKeys {
  private static final int SLOTS = 1 << 14;

  private final AtomicReferenceArray<@Nullable Known> slots = new AtomicReferenceArray<>(SLOTS);

  private static final class Known {
    final Account account;
    final byte[] key;

    Known(Account account, byte[] key) {
      this.account = account;
      this.key = key;
    }
  }

  byte @Nullable [] find(Account account) {
    Known known = slots.get(slot(account));
    return known != null && known.account.equals(account) ? known.key : null;
  }

  void remember(Account account, byte[] key) {
    slots.set(slot(account), new Known(account, key));
  }

  private static int slot(Account account) {
    int hash = account.hashCode();
    return (hash ^ hash >>> 16) & (SLOTS - 1);
  }
}
