package io.frond.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of many components, compiled here because nobody would read them. */
class CodecFieldLimitTest {
  @Test
  void aRecordHasAtMostMaxFieldsComponents(@TempDir Path folder) throws Exception {
    for (int count : new int[] {Schema.MAX_FIELDS - 1, Schema.MAX_FIELDS}) {
      Bytes ascending = ascending(count);
      assertThat(reencoded(record(count, folder), ascending)).isEqualTo(ascending);
    }
    Class<?> over = record(Schema.MAX_FIELDS + 1, folder);
    assertThatThrownBy(() -> Codec.of(over))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected at most 64 components, actual 65");
  }

  private static <T> Bytes reencoded(Class<T> type, Bytes encoding) {
    Codec<T> codec = Codec.of(type);
    return codec.encode(codec.decode(encoding));
  }

  private static Bytes ascending(int count) {
    ByteWriter out = new ByteWriter();
    IntStream.range(0, count).forEach(out::u64);
    return out.toBytes();
  }

  private static Class<?> record(int count, Path folder) throws Exception {
    String components =
        IntStream.range(0, count).mapToObj(i -> "long c" + i).collect(Collectors.joining(", "));
    String name = "Wide" + count;
    Path source = folder.resolve(name + ".java");
    Files.writeString(source, "public record " + name + "(" + components + ") {}");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString());
    assertThat(failed).isZero();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      return loader.loadClass(name);
    }
  }
}
