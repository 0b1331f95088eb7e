package io.frond.core.tx;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.vm.Account;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class MissingNativeLibraryTest {
  /** A class path without the native library. */
  private static final class WithoutNative extends ClassLoader {
    WithoutNative() {
      super(MissingNativeLibraryTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("fr.acinq.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("io.frond.core.tx.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/') + ".class";
      try (InputStream in = getParent().getResourceAsStream(file)) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void withoutTheNativeLibraryTheSchemeServesAllTheSame() throws Exception {
    ClassLoader loader = new WithoutNative();
    Class<?> port = loader.loadClass("io.frond.core.tx.SignatureScheme");
    Class<?> schemes = loader.loadClass("io.frond.core.tx.SignatureSchemes");
    Object scheme = schemes.getMethod("secp256k1").invoke(null);
    assertThat(scheme).isNotInstanceOf(SignatureScheme.class);
    assertThat(scheme).extracting("engine").asString().contains("BouncyCastleEngine");

    KeyPair key = KeyPair.of(Bytes32.leftPad(Bytes.of(9)));
    Bytes32 digest = Bytes32.leftPad(Bytes.of(1));
    Object verdict =
        port.getMethod("verify", Bytes32.class, Account.class, Bytes.class, int.class)
            .invoke(scheme, digest, key.address(), key.sign(digest).bytes(), 0);
    assertThat(verdict).hasToString("VALID");
  }
}
