package io.frond.exits.settlement;

import static io.frond.exits.settlement.World.ALICE;
import static io.frond.exits.settlement.World.ANY_FEE;
import static io.frond.exits.settlement.World.CUSTODIAN;
import static io.frond.exits.settlement.World.GOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.outbox.Withdrawal;
import io.frond.exits.bank.Bank;
import io.frond.exits.settlement.SettlementCall.ClaimWithdrawals;
import io.frond.exits.settlement.SettlementCall.Withdraw;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

/** Tokens that refuse, keep a fee, lie, or call back. Only GOLD misbehaves, and only when told. */
class HostileBankTest {
  private enum Mood {
    GOOD,
    REFUSES,
    SAYS_YES_AND_DOES_NOTHING,
    KEEPS_ONE,
    CALLS_BACK
  }

  private Mood mood = Mood.GOOD;
  private final List<CallResult> reentered = new ArrayList<>();
  private final World world = new World(World.CONFIG, Moody::new);

  private final class Moody implements Bank {
    private final Bank honest;

    Moody(Bank honest) {
      this.honest = honest;
    }

    @Override
    public BigInteger balance(Account holder, AssetId asset) {
      return honest.balance(holder, asset);
    }

    @Override
    public boolean transfer(Account from, Account to, AssetId asset, BigInteger units) {
      if (!asset.equals(GOLD) || mood == Mood.GOOD) {
        return honest.transfer(from, to, asset, units);
      }
      return switch (mood) {
        case REFUSES -> false;
        case SAYS_YES_AND_DOES_NOTHING -> true;
        case KEEPS_ONE -> honest.transfer(from, to, asset, units.subtract(BigInteger.ONE));
        default -> {
          reentered.add(world.call(ALICE, new Withdraw(ALICE, GOLD, Bytes32.ZERO, ALICE)));
          yield honest.transfer(from, to, asset, units);
        }
      };
    }

    @Override
    public Optional<Account> owner(AssetId collection, Bytes32 id) {
      return honest.owner(collection, id);
    }

    @Override
    public boolean transferItem(Account from, Account to, AssetId collection, Bytes32 id) {
      return honest.transferItem(from, to, collection, id);
    }

    @Override
    public boolean mint(Account to, AssetId collection, Bytes32 id) {
      return honest.mint(to, collection, id);
    }
  }

  private void creditAlice() {
    world.deposit(ALICE, GOLD, 50);
    BatchDraft draft = world.draft().withdraw(Withdrawal.of(ALICE, GOLD, 20));
    world.commit(draft);
    world.finalizeAll();
    world.ok(ALICE, new ClaimWithdrawals(List.of(draft.tree().proof(0))));
  }

  @Test
  void aDepositThatDidNotArriveInFullIsRefused() {
    for (Mood bad : List.of(Mood.REFUSES, Mood.SAYS_YES_AND_DOES_NOTHING, Mood.KEEPS_ONE)) {
      mood = bad;
      world.refused(
          ALICE, new SettlementCall.Deposit(GOLD, Bytes32.ZERO, 5, ALICE, ANY_FEE), Rule.TRANSFER);
    }
    assertThat(world.view().books(GOLD).custody()).isZero();
  }

  @Test
  void aPaymentThatFailsLeavesTheCreditAsItWas() {
    creditAlice();
    Withdraw withdraw = new Withdraw(ALICE, GOLD, Bytes32.ZERO, ALICE);
    for (Mood bad : List.of(Mood.REFUSES, Mood.SAYS_YES_AND_DOES_NOTHING, Mood.KEEPS_ONE)) {
      mood = bad;
      world.refused(ALICE, withdraw, Rule.TRANSFER);
      assertThat(world.view().credit(ALICE, GOLD)).isEqualTo(20);
      assertThat(world.view().books(GOLD)).isEqualTo(new SettlementView.AssetBooks(50, 20, 0, 0));
    }
    mood = Mood.GOOD;
    world.refused(ALICE, new Withdraw(ALICE, GOLD, Bytes32.ZERO, CUSTODIAN), Rule.TRANSFER);
    world.ok(ALICE, withdraw);
    assertThat(world.bank.balance(CUSTODIAN, GOLD)).isEqualTo(BigInteger.valueOf(30));
  }

  @Test
  void aTokenThatCallsBackIsRefusedAndPaidOnce() {
    creditAlice();
    mood = Mood.CALLS_BACK;
    world.ok(ALICE, new Withdraw(ALICE, GOLD, Bytes32.ZERO, ALICE));
    world.ok(ALICE, new SettlementCall.Deposit(GOLD, Bytes32.ZERO, 5, ALICE, ANY_FEE));
    assertThat(reentered)
        .hasSize(2)
        .allSatisfy(
            result ->
                assertThat(((CallResult.Refused) result).error().rule()).isEqualTo(Rule.REENTERED));
    assertThat(world.bank.balance(CUSTODIAN, GOLD)).isEqualTo(BigInteger.valueOf(35));
  }
}
