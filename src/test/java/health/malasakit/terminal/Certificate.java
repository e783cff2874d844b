package health.malasakit.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate that somebody has signed herself, made by the JDK's keytool for a test.
 *
 * @param certificate PEM file
 * @param key PEM file
 * @param trust trusts this certificate and no other
 * @param serves shows this certificate
 */
public record Certificate(Path certificate, Path key, SSLContext trust, SSLContext serves) {

  private static final String PASSWORD = "for this test";

  /** For this machine. */
  public static Certificate in(Path folder) throws IOException, GeneralSecurityException {
    return in(folder, "dns:localhost,ip:127.0.0.1");
  }

  /** For names of one's choice, as keytool writes them. */
  public static Certificate in(Path folder, String names)
      throws IOException, GeneralSecurityException {
    var store = folder.resolve("store.p12");
    keytool(store, names);
    var keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    var signed = keys.getCertificate("malasakit");
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("malasakit", signed);
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    var trust = SSLContext.getInstance("TLS");
    trust.init(null, managers.getTrustManagers(), null);
    var shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    shown.init(keys, PASSWORD.toCharArray());
    var serves = SSLContext.getInstance("TLS");
    serves.init(shown.getKeyManagers(), null, null);
    return new Certificate(
        pem(folder.resolve("certificate.pem"), "CERTIFICATE", signed.getEncoded()),
        pem(
            folder.resolve("key.pem"),
            "PRIVATE KEY",
            keys.getKey("malasakit", PASSWORD.toCharArray()).getEncoded()),
        trust,
        serves);
  }

  private static void keytool(Path store, String names) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "malasakit",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=" + names,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .inheritIO()
            .start();
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("keytool made no certificate");
    }
  }

  private static Path pem(Path file, String kind, byte[] bytes) throws IOException {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return Files.writeString(
        file, "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(kind, lines));
  }
}
