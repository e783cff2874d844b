package health.malasakit.terminal;

import health.malasakit.kernel.Sentences;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where the server listens and how its connections are kept from others' eyes: on this machine
 * alone as it likes, beyond it only with a certificate or behind a named proxy.
 *
 * @param proxy the address of the one proxy whose word counts; empty when there is none
 * @param known scheme and host under which others reach it; empty when nobody said it
 */
record Listening(
    InetAddress address, int port, String certificate, String key, String proxy, String known) {

  static final String PORT = "MALASAKIT_PORT";
  static final String ADDRESS = "MALASAKIT_ADDRESS";
  static final String CERTIFICATE = "MALASAKIT_TLS_CERTIFICATE";
  static final String KEY = "MALASAKIT_TLS_KEY";
  static final String PROXY = "MALASAKIT_PROXY";
  static final String PUBLIC = "MALASAKIT_PUBLIC_ADDRESS";

  private static final int USUAL_PORT = 8080;
  private static final int PORT_MAX = 65_535;
  private static final Pattern DIGITS = Pattern.compile("\\d{1,5}");
  private static final Pattern KNOWN =
      Pattern.compile(
          "https?://[a-z0-9.-]+(:\\d{1,5})?(/[a-z0-9._/-]*)?", Pattern.CASE_INSENSITIVE);

  /**
   * What the environment asks for.
   *
   * @throws StartRefused when that would not be safe or cannot be
   */
  static Listening of(Map<String, String> environment) {
    var listening =
        new Listening(
            address(environment.getOrDefault(ADDRESS, "")),
            port(environment),
            environment.getOrDefault(CERTIFICATE, ""),
            environment.getOrDefault(KEY, ""),
            proxy(environment.getOrDefault(PROXY, "")),
            known(environment.getOrDefault(PUBLIC, "").strip()));
    listening.requireReadable();
    listening.requireSafe();
    return listening;
  }

  private static InetAddress address(String named) {
    try {
      return named.isBlank()
          ? InetAddress.ofLiteral("127.0.0.1")
          : InetAddress.getByName(named.strip());
    } catch (UnknownHostException e) {
      throw new StartRefused(Sentences.of("terminal.address", ADDRESS, named));
    }
  }

  /** On which port it listens by its environment. */
  static int port(Map<String, String> environment) {
    return port(environment.getOrDefault(PORT, ""));
  }

  private static int port(String named) {
    if (named.isBlank()) {
      return USUAL_PORT;
    }
    int port = DIGITS.matcher(named.strip()).matches() ? Integer.parseInt(named.strip()) : -1;
    if (port < 0 || port > PORT_MAX) {
      throw new StartRefused(Sentences.of("terminal.port", PORT, PORT_MAX, named));
    }
    return port;
  }

  /** An address and not a name: who answers to a name may change. */
  private static String proxy(String named) {
    if (named.isBlank()) {
      return "";
    }
    try {
      return InetAddress.ofLiteral(named.strip()).getHostAddress();
    } catch (IllegalArgumentException e) {
      throw new StartRefused(Sentences.of("terminal.proxy", PROXY, named));
    }
  }

  /** As a gateway signs it, so nothing stands in it that is not part of an address. */
  private static String known(String named) {
    if (named.isBlank() || KNOWN.matcher(named).matches()) {
      return named;
    }
    throw new StartRefused(Sentences.of("terminal.public", PUBLIC, named));
  }

  private void requireReadable() {
    if (certificate.isEmpty() != key.isEmpty()) {
      throw new StartRefused(Sentences.of("terminal.certificate.pair", CERTIFICATE, KEY));
    }
    if (tls() && !(Files.isReadable(Path.of(certificate)) && Files.isReadable(Path.of(key)))) {
      throw new StartRefused(Sentences.of("terminal.certificate.unreadable", certificate));
    }
  }

  private void requireSafe() {
    if (!address.isLoopbackAddress() && !tls() && proxy.isEmpty()) {
      throw new StartRefused(Sentences.of("terminal.beyond", CERTIFICATE, KEY, PROXY));
    }
  }

  boolean tls() {
    return !certificate.isEmpty();
  }

  /** Says at once, in one line, when another process has the port. */
  void requireFree(Serving serving) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new java.net.InetSocketAddress(address, port));
    } catch (IOException taken) {
      serving.require();
      throw new StartRefused(
          Sentences.of(
              "terminal.port.taken", port, address.getHostAddress(), taken.getMessage(), PORT));
    }
  }

  /** The same as settings of the server. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.address", address.getHostAddress());
    settings.put("server.port", port);
    if (tls()) {
      settings.put("spring.ssl.bundle.pem.malasakit.keystore.certificate", location(certificate));
      settings.put("spring.ssl.bundle.pem.malasakit.keystore.private-key", location(key));
      settings.put("server.ssl.bundle", "malasakit");
    }
    if (!proxy.isEmpty()) {
      settings.put("malasakit.proxy", proxy);
      settings.put("server.forward-headers-strategy", "native");
      settings.put("server.tomcat.remoteip.internal-proxies", Pattern.quote(proxy));
      settings.put("server.tomcat.remoteip.trusted-proxies", Pattern.quote(proxy));
    }
    settings.put("malasakit.public-address", known);
    if (tls() || !proxy.isEmpty()) {
      settings.put("server.servlet.session.cookie.secure", true);
    }
    return settings;
  }

  private static String location(String file) {
    return Path.of(file).toUri().toString();
  }

  /** What a browser on this machine is pointed at. */
  URI browse(int listened) {
    var host =
        address.isLoopbackAddress() || address.isAnyLocalAddress()
            ? "localhost"
            : address.getHostAddress();
    return URI.create((tls() ? "https" : "http") + "://" + host + ":" + listened);
  }
}
