package health.malasakit.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import health.malasakit.Application;
import health.malasakit.Node;
import health.malasakit.TestDatabase;
import health.malasakit.access.Passkeys;
import health.malasakit.messaging.texts.GatewayDoor;
import health.malasakit.messaging.texts.GatewaySignature;
import health.malasakit.messaging.texts.OwnCarrier;
import health.malasakit.messaging.texts.TextAccount;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;

/** The server listens to others with its own certificate, or through one proxy that is named. */
@Tag("slow")
class BeyondThisMachineTest {

  private static final String ONLY_HTTPS = "Strict-Transport-Security";
  private static final String KNOWN = "https://malasakit.example.org";
  private static final String TOKEN = "a token";

  static class Gateway {

    @Bean
    OwnCarrier gateway() {
      return () -> Optional.of(new TextAccount(URI.create("http://127.0.0.1:9"), "AC1", TOKEN));
    }
  }

  @TempDir private Path folder;

  @Test
  void without_tls_the_server_does_not_start_and_says_what_it_needs() {
    var errors = new StringWriter();
    var environment = new HashMap<>(Program.testDatabase());
    environment.put(Listening.ADDRESS, "0.0.0.0");
    var opener = new Opener(Application.class, environment);

    int code =
        Terminal.execute(
            opener, new PrintWriter(new StringWriter()), new PrintWriter(errors), "serve");

    assertThat(code).isEqualTo(1);
    assertThat(errors.toString())
        .contains("only with TLS")
        .contains(Listening.CERTIFICATE)
        .contains(Listening.PROXY)
        .doesNotContain("Exception");
  }

  @Test
  void with_a_certificate_pages_and_cookies_travel_by_https_alone() throws Exception {
    var certificate = Certificate.in(folder);
    var listening =
        Listening.of(
            Map.of(
                Listening.ADDRESS,
                "0.0.0.0",
                Listening.PORT,
                "0",
                Listening.CERTIFICATE,
                certificate.certificate().toString(),
                Listening.KEY,
                certificate.key().toString()));
    try (var node = Node.start(TestDatabase.address(), listening.settings());
        var browser = HttpClient.newBuilder().sslContext(certificate.trust()).build();
        var stranger = HttpClient.newHttpClient()) {
      var page = get(browser, "https://localhost:" + node.port() + "/sign-in");

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue(ONLY_HTTPS)).isPresent();
      assertThat(page.headers().allValues("Set-Cookie"))
          .isNotEmpty()
          .allMatch(cookie -> cookie.contains("Secure"));
      assertThat(get(stranger, "http://localhost:" + node.port() + "/sign-in").statusCode())
          .as("plain words on the same port")
          .isEqualTo(400);
      assertThatThrownBy(() -> get(stranger, "https://localhost:" + node.port() + "/sign-in"))
          .as("who does not know the certificate")
          .isInstanceOf(javax.net.ssl.SSLException.class);
    }
  }

  @Test
  void forwarded_headers_count_from_the_named_proxy_alone_and_others_stay_outside()
      throws Exception {
    var listening =
        Listening.of(
            Map.of(
                Listening.ADDRESS, "0.0.0.0",
                Listening.PORT, "0",
                Listening.PROXY, "127.0.0.2",
                Listening.PUBLIC, KNOWN));
    try (var node = Node.start(TestDatabase.address(), listening.settings(), Gateway.class)) {
      isKnownToOthers(node);
      try (var proxy = from("127.0.0.2");
          var other = from("127.0.0.3")) {
        var url = "http://127.0.0.1:" + node.port() + "/sign-in";

        assertThat(get(proxy, url, "X-Forwarded-Proto", "https").headers().firstValue(ONLY_HTTPS))
            .isPresent();
        assertThat(get(proxy, url).headers().firstValue(ONLY_HTTPS)).isEmpty();
        assertThat(get(other, url, "X-Forwarded-Proto", "https").headers().firstValue(ONLY_HTTPS))
            .isEmpty();
      }
      var outside = outside();
      assumeThat(outside).as("an address beyond loopback").isPresent();
      var address = outside.get().getHostAddress();
      try (var stranger = from(address)) {
        var url = "http://" + address + ":" + node.port() + "/sign-in";
        var pretended = get(stranger, url, "X-Forwarded-For", "127.0.0.1");

        assertThat(pretended.statusCode()).isEqualTo(403);
      }
    }
  }

  /** Whatever it listens on: the gateway signs the address by which it knows us. */
  private static void isKnownToOthers(Node node) {
    var form = Map.of("Body", new String[] {"STOP"});
    var door = node.bean(GatewayDoor.class);
    var signed = GatewaySignature.of(TOKEN, KNOWN + GatewayDoor.PATH, form);
    assertThat(door.isFromGateway(GatewayDoor.PATH, form, signed)).isTrue();
    var other = GatewaySignature.of(TOKEN, "https://0.0.0.0" + GatewayDoor.PATH, form);
    assertThat(door.isFromGateway(GatewayDoor.PATH, form, other)).isFalse();
    assertThat(node.bean(Passkeys.class).site("http://127.0.0.1:8080").origin()).isEqualTo(KNOWN);
  }

  private static HttpClient from(String address) {
    return HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(address)).build();
  }

  private static Optional<InetAddress> outside() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(one -> one instanceof java.net.Inet4Address && !one.isLoopbackAddress())
        .findFirst();
  }

  private static HttpResponse<String> get(HttpClient client, String url, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(url));
    if (!List.of(headers).isEmpty()) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
