package io.frond.examples.hill;

import static io.frond.examples.hill.Assets.GOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.outcome.Status;
import io.frond.examples.hill.KingOfTheHill.Climb;
import io.frond.testkit.DevChain;
import io.frond.testkit.Spend;
import io.frond.testkit.Wallet;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClimbTest {
  @Test
  void whoPaysTheKingTakesTheHillAndThePriceDoubles() {
    try (DevChain chain = DevChain.of(new KingOfTheHill(), GOLD)) {
      Wallet ada = chain.wallet("Ada");
      Wallet ben = chain.wallet("Ben");
      chain.deposit(ben, GOLD, 10);
      assertThat(climb(chain, ada, 1)).isEqualTo(new Status.Success());
      assertThat(((Status.Reverted) climb(chain, ben, 1)).message()).isEqualTo("the hill costs 2");
      assertThat(climb(chain, ben, 3)).isEqualTo(new Status.Success());
      assertThat(chain.query(KingOfTheHill.KING::get)).isEqualTo(ben.address());
      assertThat(chain.<Long>query(KingOfTheHill.PRICE::get)).isEqualTo(6);
      assertThat(chain.balance(ada, GOLD)).isEqualTo(3);
      assertThat(chain.balance(ben, GOLD)).isEqualTo(7);
    }
  }

  @Test
  void whoHasNotGotThePriceStaysBelow() {
    try (DevChain chain = DevChain.of(new KingOfTheHill(), GOLD)) {
      Wallet ada = chain.wallet("Ada");
      Wallet ben = chain.wallet("Ben");
      assertThat(climb(chain, ada, 1)).isEqualTo(new Status.Success());
      assertThat(climb(chain, ben, 2)).isEqualTo(new Status.Insufficient(0));
      assertThat(chain.query(KingOfTheHill.KING::get)).isEqualTo(ada.address());
    }
  }

  @Test
  void theExampleEndsWithEverybodyPaid() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HillExample.run(new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .contains("The king is Ada.")
        .anyMatch(line -> line.startsWith("Ada claims 94 GOLD"))
        .anyMatch(line -> line.startsWith("Ben claims 102 GOLD"))
        .anyMatch(line -> line.startsWith("Cleo claims 104 GOLD"));
  }

  private static Status climb(DevChain chain, Wallet climber, long bid) {
    return chain.send(climber, new Climb(bid), Spend.of(GOLD, bid)).outcome().status();
  }
}
