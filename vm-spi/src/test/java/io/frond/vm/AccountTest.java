package io.frond.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.tuweni.bytes.Bytes;

class AccountTest {
  private static final String HEX = "0x00ff02030405060708090a0b0c0d0e0f101112f3";

  @Provide
  Arbitrary<Bytes> addresses() {
    return nearby(Account.BYTES);
  }

  /** Byte strings that often share a long prefix and differ around the sign bit. */
  static Arbitrary<Bytes> nearby(int size) {
    return Arbitraries.of(new Byte[] {0, 1, 0x7f, (byte) 0x80, (byte) 0xff})
        .array(Byte[].class)
        .ofSize(2)
        .flatMap(
            ends ->
                Arbitraries.integers()
                    .between(0, size - 1)
                    .map(
                        place -> {
                          byte[] bytes = new byte[size];
                          bytes[place] = ends[0];
                          bytes[size - 1] ^= ends[1];
                          return Bytes.wrap(bytes);
                        }));
  }

  @Example
  void theHexFormIsReadAndWritten() {
    Account account = Account.fromHex(HEX);
    assertThat(account.toString()).isEqualTo(HEX);
    assertThat(Account.fromHex("00FF02030405060708090A0B0C0D0E0F101112F3")).isEqualTo(account);
    assertThat(account.high()).isEqualTo(0x00ff020304050607L);
    assertThat(account.middle()).isEqualTo(0x08090a0b0c0d0e0fL);
    assertThat(account.low()).isEqualTo(0x101112f3);
  }

  @Example
  void onlyTwentyBytesAreAnAddress() {
    for (int size : new int[] {0, 19, 21, 32}) {
      assertThatThrownBy(() -> Account.of(Bytes.wrap(new byte[size])))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected 20 bytes, actual " + size);
    }
    for (String hex : new String[] {"", "0x", HEX + "0", HEX + "00", HEX.replace('f', 'g')}) {
      assertThatThrownBy(() -> Account.fromHex(hex)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Property
  void theOrderIsThatOfTheUnsignedBytes(
      @ForAll("addresses") Bytes first, @ForAll("addresses") Bytes second) {
    int expected = Arrays.compareUnsigned(first.toArray(), second.toArray());
    assertThat(Integer.signum(Account.of(first).compareTo(Account.of(second))))
        .isEqualTo(Integer.signum(expected));
    assertThat(Account.of(first).equals(Account.of(second))).isEqualTo(expected == 0);
  }

  @Property
  void theBytesComeBack(@ForAll("addresses") Bytes address) {
    Account account = Account.of(address);
    assertThat(account.toBytes()).isEqualTo(address);
    assertThat(Account.of(account.toBytes())).isEqualTo(account).hasSameHashCodeAs(account);
  }

  @Example
  void aLaterChangeOfTheBytesDoesNotReachTheAccount() {
    byte[] address = new byte[Account.BYTES];
    Account account = Account.of(Bytes.wrap(address));
    address[0] = 1;
    assertThat(account.high()).isZero();
  }
}
