package io.frond.vm;

/**
 * Reserves of a module, owned pro rata by the holders of its shares. While no share exists the
 * reserves are 0, so that nothing is without an owner.
 */
public interface Pool {
  /** The identity to keep. */
  PoolId id();

  /** The reserve of an asset, in quanta. */
  long reserve(AssetId asset);

  /** All shares of all holders. */
  long totalShares();

  /** Adds {@code quanta} of the sender's to the reserve, within the spend limits. */
  void add(AssetId asset, long quanta);

  /** Pays {@code quanta} out of the reserve. */
  void pay(Account to, AssetId asset, long quanta);

  /** Gives {@code to} new shares. */
  void mint(Account to, long shares);

  /** Takes shares of the sender's away; they must be there. */
  void burn(long shares);
}
