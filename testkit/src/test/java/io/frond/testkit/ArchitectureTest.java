package io.frond.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * The drawing of the house as a build check: where arrows may point, and what consensus must not
 * touch.
 */
@AnalyzeClasses(packages = "io.frond", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] CONSENSUS = {
    "io.frond.vm..",
    "io.frond.core.batch..",
    "io.frond.core.chain..",
    "io.frond.core.fee..",
    "io.frond.core.hash..",
    "io.frond.core.inbox..",
    "io.frond.core.items..",
    "io.frond.core.ledger..",
    "io.frond.core.outbox..",
    "io.frond.core.outcome..",
    "io.frond.core.state..",
    "io.frond.core.transition..",
    "io.frond.core.tx..",
    "io.frond.fees.model..",
    "io.frond.exits.."
  };

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("io.frond.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theModuleInterfaceKnowsNothingOfTheChain =
      noClasses()
          .that()
          .resideInAPackage("io.frond.vm..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.frond..").and(not(resideInAPackage("io.frond.vm.."))));

  @ArchTest
  static final ArchRule coreKnowsNothingAboveIt =
      noClasses()
          .that()
          .resideInAPackage("io.frond.core..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "io.frond.fees..",
                  "io.frond.exits..",
                  "io.frond.testkit..",
                  "io.frond.examples.."));

  @ArchTest
  static final ArchRule feesAndExitsDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAPackage("io.frond.fees..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.frond.exits..");

  @ArchTest
  static final ArchRule exitsDoNotKnowFees =
      noClasses()
          .that()
          .resideInAPackage("io.frond.exits..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.frond.fees..");

  @ArchTest
  static final ArchRule publicSignaturesCarryNoLibraryTypes =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat(
              resideInAnyPackage(
                  "io.frond.vm..", "io.frond.core..", "io.frond.fees..", "io.frond.exits.."))
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should()
          .notHaveRawReturnType(
              resideInAnyPackage(
                  "com.google..", "org.bouncycastle..", "org.slf4j..", "fr.acinq.."));

  @ArchTest
  static final ArchRule consensusReadsNoClockAndNoChance =
      noClasses()
          .that()
          .resideInAnyPackage(CONSENSUS)
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(System.class, "identityHashCode", Object.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(UUID.class);

  @ArchTest
  static final ArchRule consensusFormatsNothingByLocale =
      noClasses()
          .that()
          .resideInAnyPackage(CONSENSUS)
          .should()
          .callMethod(String.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(String.class, "formatted", Object[].class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Locale.class);

  @ArchTest
  static final ArchRule consensusHoldsNoFloatingPoint =
      noFields()
          .that()
          .areDeclaredInClassesThat(resideInAnyPackage(CONSENSUS))
          .should()
          .haveRawType(double.class)
          .orShould()
          .haveRawType(float.class);

  @ArchTest
  static final ArchRule theHostOwnsThreads =
      noClasses()
          .that(
              resideInAnyPackage(
                  "io.frond.vm..", "io.frond.core..", "io.frond.fees..", "io.frond.exits.."))
          .should()
          .callConstructor(Thread.class, Runnable.class)
          .orShould()
          .callMethod(java.util.concurrent.Executors.class, "newFixedThreadPool", int.class)
          .orShould()
          .callMethod(java.util.concurrent.Executors.class, "newCachedThreadPool");
}
