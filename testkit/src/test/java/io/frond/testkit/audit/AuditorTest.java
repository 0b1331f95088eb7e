package io.frond.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.vm.ByteWriter;
import java.math.BigInteger;
import java.util.Set;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;

class AuditorTest {
  private static final String ADA = "0a".repeat(20);
  private static final String BEN = "0b".repeat(20);
  private static final String ESCROW = "ee".repeat(32);
  private static final String POOL = "99".repeat(32);

  private final Auditor auditor = new Auditor(Set.of(7));

  @Test
  void whatComesInLessWhatLeavesIsWhatPeopleHold() {
    book("0c" + ADA + "00" + quanta(100));
    book("01" + ADA + BEN + "00" + quanta(30));
    book("0d" + BEN + "00" + quanta(10));
    assertThat(auditor.balance(ADA, 0)).isEqualTo(70);
    assertThat(auditor.balance(BEN, 0)).isEqualTo(20);
    assertThat(auditor.withdrawn(BEN, 0)).isEqualTo(10);
    assertThat(auditor.withdrawn(ADA, 0)).isZero();
    assertThat(auditor.deposited(0)).isEqualTo(100);
    assertThat(auditor.withdrawn(0)).isEqualTo(10);
    assertThat(auditor.claims(0)).isEqualTo(90);
    auditor.check(0);
  }

  @Test
  void anEscrowBelongsToItsDefaultSplitAndItsRestToTheFirst() {
    book("0c" + ADA + "00" + quanta(100));
    book("03" + ESCROW + ADA + "00" + quanta(11) + quanta(500) + "01" + ADA + quanta(1));
    book("06" + ESCROW + "02" + ADA + quanta(1) + BEN + quanta(1));
    assertThat(auditor.entitlement(ADA, 0)).isEqualTo(89 + 6);
    assertThat(auditor.entitlement(BEN, 0)).isEqualTo(5);
    book("05" + ESCROW + BEN + quanta(11));
    assertThat(auditor.entitlement(BEN, 0)).isEqualTo(11);
    auditor.check(0);
  }

  @Test
  void aPoolBelongsToItsSharesRoundedDown() {
    book("0c" + ADA + "00" + quanta(100));
    book("07" + POOL + "08" + POOL + ADA + "00" + quanta(100));
    book("0a" + POOL + ADA + quanta(2) + "0a" + POOL + BEN + quanta(1));
    assertThat(auditor.entitlement(ADA, 0)).isEqualTo(66);
    assertThat(auditor.entitlement(BEN, 0)).isEqualTo(33);
    assertThat(auditor.claims(0)).isEqualTo(100);
  }

  @Test
  void anItemHasOneOwnerAtATime() {
    String item = "17".repeat(32);
    book("0c" + ADA + "07" + item);
    book("01" + ADA + BEN + "07" + item);
    assertThatThrownBy(() -> book("0d" + ADA + "07" + item)).isInstanceOf(AuditException.class);
    book("0d" + BEN + "07" + item);
    assertThat(auditor.withdrawn(BEN, 7)).isEqualTo(1);
    auditor.check(7);
  }

  @Test
  void nobodyPaysMoreThanThereIs() {
    book("0c" + ADA + "00" + quanta(100));
    assertThatThrownBy(() -> book("01" + ADA + BEN + "00" + quanta(101)))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("balance of");
    assertThatThrownBy(() -> book("05" + ESCROW + BEN + quanta(1)))
        .isInstanceOf(AuditException.class);
    assertThatThrownBy(() -> book("0f")).isInstanceOf(AuditException.class);
  }

  /** Books an outcome of these operations: success, nothing used, no bill, no event, no message. */
  private void book(String operations) {
    Bytes bytes = Bytes.fromHexString(operations);
    Bytes outcome =
        new ByteWriter().raw(Bytes.wrap(new byte[9])).uv(1).sized(bytes).uv(0).uv(0).toBytes();
    auditor.book(outcome.toArray());
  }

  private static String quanta(long quanta) {
    String hex = BigInteger.valueOf(quanta).toString(16);
    return "0".repeat(16 - hex.length()) + hex;
  }
}
