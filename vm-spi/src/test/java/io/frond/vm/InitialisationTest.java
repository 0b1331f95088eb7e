package io.frond.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Class initialisation has an order, and an application chooses it without knowing. */
class InitialisationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Codec",
        "CommandCodec",
        "PrimitiveCodecs",
        "RecordCodec",
        "RecordHandles",
        "EnumCodec",
        "Derivation",
        "DerivedCodecs",
        "JsonForm",
        "JsonPrinter",
        "Schema$Atom",
        "SchemaShape"
      })
  void whicheverClassIsFirstTheAtomsAreThere(String first) throws Exception {
    try (URLClassLoader fresh = freshLoader()) {
      var unused = Class.forName("io.frond.vm." + first, true, fresh);
      Class<?> codec = Class.forName("io.frond.vm.Codec", true, fresh);
      assertThat(codec).isNotSameAs(Codec.class);
      for (String atom :
          List.of("LONG", "INT", "BOOLEAN", "STRING", "ACCOUNT", "ASSET", "BYTES32", "BYTES")) {
        assertThat(codec.getField(atom).get(null)).as(atom).isNotNull();
      }
    }
  }

  private static URLClassLoader freshLoader() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
