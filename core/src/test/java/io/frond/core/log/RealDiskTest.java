package io.frond.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frond.core.environment.Environment;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log on files of this machine, with real syncs and a real second process. */
class RealDiskTest extends ChainLogContract {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Override
  FileChainLog open() {
    return FileChainLog.open(Environment.system(folder), new LogLimits(1000, 300));
  }

  @Test
  void aClosedLogIsReadByTheNext() {
    for (int life = 0; life < 10; life++) {
      try (ChainLog log = open()) {
        assertThat(log.append(Bytes.of(life))).isEqualTo(life);
      }
    }
    try (ChainLog log = open()) {
      assertThat(records(log, 7)).containsExactly(Bytes.of(7), Bytes.of(8), Bytes.of(9));
    }
  }

  @Test
  void aSecondAttemptInThisProcessIsRefusedAndDoesNotFreeTheLock() throws Exception {
    try (ChainLog log = open()) {
      assertThatExceptionOfType(LogInUseException.class).isThrownBy(this::open);
      assertThat(inAnotherProcess("try")).isEqualTo("in use");
      log.append(Bytes.of(1));
    }
    assertThat(inAnotherProcess("try")).isEqualTo("open 1");
  }

  @Test
  void aKilledProcessLosesNothingSyncedAndFreesTheLock() throws Exception {
    Process child = start("hold");
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).isEqualTo("open 5");
      assertThatExceptionOfType(LogInUseException.class).isThrownBy(this::open);
      child.destroyForcibly().waitFor();
    }
    try (ChainLog log = open()) {
      assertThat(records(log, 0))
          .startsWith(Bytes.of(0), Bytes.of(1), Bytes.of(2), Bytes.of(3), Bytes.of(4));
    }
  }

  @Test
  void anInterruptedThreadGoesOnWriting() {
    try (ChainLog log = open()) {
      Thread.currentThread().interrupt();
      log.append(Bytes.of(1));
      log.sync();
      assertThat(records(log, 0)).containsExactly(Bytes.of(1));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private String inAnotherProcess(String what) throws IOException, InterruptedException {
    Process child = start(what);
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      child.waitFor();
      return line;
    }
  }

  private Process start(String what) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            OtherProcess.class.getName(),
            folder.toString(),
            what);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** What the second process does. */
  static final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] args) throws InterruptedException {
      try (ChainLog log = FileChainLog.open(Environment.system(Path.of(args[0])))) {
        if (args[1].equals("hold")) {
          for (int i = 0; i < 5; i++) {
            log.append(Bytes.of(i));
          }
          log.sync();
          log.append(Bytes.of(9));
        }
        System.out.println("open " + Math.min(5, log.end()));
        if (args[1].equals("hold")) {
          Thread.sleep(60_000);
        }
      } catch (LogInUseException e) {
        System.out.println("in use");
      }
    }
  }
}
