package io.frond.core;

import static io.frond.core.ChainWorld.ALICE;
import static io.frond.core.ChainWorld.BOB;
import static io.frond.core.ChainWorld.add;
import static io.frond.core.ChainWorld.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.batch.Batch;
import io.frond.core.batch.Head;
import io.frond.core.inbox.ExitSelector;
import io.frond.core.inbox.InboxPayload;
import io.frond.core.outbox.WithdrawalProof;
import io.frond.core.parent.ParentBlock;
import io.frond.core.proof.BlockDispute;
import io.frond.core.proof.BlockReexecution;
import io.frond.core.proof.ParentRecords;
import io.frond.core.proof.Verdict;
import io.frond.core.state.Section;
import io.frond.core.tx.SignatureSchemes;
import io.frond.core.tx.TransactionVerifier;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class ChainProofsTest {
  private final ChainWorld world = new ChainWorld(31);

  private AppChain chainWithAnExit() {
    AppChain chain = world.open();
    world.deposit(ALICE.address(), 70);
    world.deposit(BOB.address(), 30);
    world.parent().mine(1_000);
    assertThat(submit(chain, add(ALICE, 0, 5))).isNotDone();
    world.run(chain, 1);
    world.parent().enqueue(new InboxPayload.ForcedExit(BOB.address(), ExitSelector.all()));
    world.parent().enqueue(new InboxPayload.ForcedExit(ALICE.address(), ExitSelector.all()));
    world.run(chain, 2);
    assertThat(submit(chain, add(ALICE, 1, 5))).isNotDone();
    world.run(chain, 1);
    return chain;
  }

  @Test
  void theWitnessOfABlockIsAllThatTheParentNeedsToJudgeIt() {
    AppChain chain = chainWithAnExit();
    Batch batch = Batch.decode(chain.sealedBatch(1).orElseThrow());
    BlockReexecution judge =
        new BlockReexecution(
            ChainWorld.RULES,
            TransactionVerifier.of(ChainWorld.TRANSACTIONS, SignatureSchemes.secp256k1()));
    assertThat(batch.blocks()).hasSize(3);
    for (int i = 0; i < batch.blocks().size(); i++) {
      Bytes witness = chain.witness(1, i);
      assertThat(
              judge.verify(dispute(batch, i, batch.blocks().get(i).postRoot(), witness), records()))
          .isEqualTo(new Verdict.Valid());
      assertThat(judge.verify(dispute(batch, i, Bytes32.repeat((byte) 1), witness), records()))
          .isEqualTo(new Verdict.Fraud(Verdict.FraudKind.ROOT));
    }
    assertThatThrownBy(() -> chain.witness(1, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> chain.witness(9, 0)).isInstanceOf(IllegalArgumentException.class);
    chain.close();
  }

  private static BlockDispute dispute(Batch batch, int index, Bytes32 post, Bytes witness) {
    return new BlockDispute(
        batch.header(),
        index,
        batch.blocks().get(index).data(),
        new BlockDispute.Roots(batch.preRoot(index), post),
        0,
        witness);
  }

  private ParentRecords records() {
    return new ParentRecords() {
      @Override
      public ParentBlock head() {
        return world.parent().head();
      }

      @Override
      public Optional<ParentBlock> at(long height) {
        return world.parent().at(height);
      }

      @Override
      public Optional<Bytes> inboxEntry(long index) {
        return world.parent().inboxEntries(index, 1, 0).stream().findFirst();
      }

      @Override
      public Optional<Bytes32> rollingHash(long index) {
        return Optional.empty();
      }
    };
  }

  @Test
  void withdrawalProofsHoldAgainstTheHeaderAlsoWhenTheBatchIsLongFinal() {
    AppChain chain = chainWithAnExit();
    Batch batch = Batch.decode(chain.sealedBatch(1).orElseThrow());
    List<WithdrawalProof> proofs = chain.withdrawalProofs(1, ALICE.address());
    assertThat(proofs).hasSize(1);
    assertThat(proofs.get(0).withdrawal().amount()).isEqualTo(70);
    assertThat(
            proofs
                .get(0)
                .verify(
                    ChainWorld.SUITE,
                    ChainWorld.RULES.domain(),
                    batch.header().withdrawals().root(),
                    batch.header().withdrawals().count()))
        .isTrue();
    world.run(chain, 20);
    assertThat(chain.sealedBatch(1)).as("final and forgotten").isEmpty();
    assertThat(chain.withdrawalProofs(1, ALICE.address())).isEqualTo(proofs);
    assertThat(chain.withdrawalProofs(2, ALICE.address())).isEmpty();
    chain.close();
  }

  @Test
  void aStateProofShowsWhatTheStateHas() {
    AppChain chain = chainWithAnExit();
    Bytes32 key = Head.key(ChainWorld.SUITE);
    AppChain.StateProof proof = chain.prove(Section.META, key);
    assertThat(proof.root().hash(ChainWorld.SUITE, ChainWorld.RULES.domain()))
        .isEqualTo(chain.stateRoot());
    assertThat(proof.path().provesAbsence(ChainWorld.SUITE, proof.root().meta(), key)).isFalse();
    assertThat(
            chain
                .prove(Section.LEDGER, Bytes32.ZERO)
                .path()
                .provesAbsence(ChainWorld.SUITE, proof.root().ledger(), Bytes32.ZERO))
        .isTrue();
    chain.close();
  }
}
