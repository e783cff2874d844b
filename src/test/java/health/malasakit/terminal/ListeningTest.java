package health.malasakit.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.postgres.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningTest {

  @TempDir private Path directory;

  @Test
  void without_a_word_it_listens_on_this_machine_alone() {
    var listening = Listening.of(Map.of());

    assertThat(listening.settings())
        .containsEntry("server.address", "127.0.0.1")
        .containsEntry("server.port", 8080)
        .doesNotContainKey("server.servlet.session.cookie.secure");
    assertThat(listening.browse(8080)).hasToString("http://localhost:8080");
  }

  @Test
  void beyond_this_machine_it_listens_only_with_a_certificate_or_a_named_proxy()
      throws IOException {
    var certificate = Files.createFile(directory.resolve("certificate.pem")).toString();
    var key = Files.createFile(directory.resolve("key.pem")).toString();

    refused("only with TLS", Map.of(Listening.ADDRESS, "0.0.0.0"));
    refused("belong together", Map.of(Listening.CERTIFICATE, certificate));
    refused("cannot be read", Map.of(Listening.CERTIFICATE, "/no/such", Listening.KEY, key));
    refused("IP address", Map.of(Listening.ADDRESS, "0.0.0.0", Listening.PROXY, "proxy.example"));
    var tls =
        Listening.of(
            Map.of(
                Listening.ADDRESS, "0.0.0.0",
                Listening.CERTIFICATE, certificate,
                Listening.KEY, key));
    assertThat(tls.settings())
        .containsEntry("server.ssl.bundle", "malasakit")
        .containsEntry("server.servlet.session.cookie.secure", true);
    assertThat(tls.browse(8443)).hasToString("https://localhost:8443");
    assertThat(
            Listening.of(Map.of(Listening.ADDRESS, "0.0.0.0", Listening.PROXY, "10.0.0.5"))
                .settings())
        .containsEntry("malasakit.proxy", "10.0.0.5")
        .containsEntry("server.forward-headers-strategy", "native");
  }

  @Test
  void where_it_listens_and_how_others_know_it_are_two_things() {
    var outside = "https://malasakit.example.org";
    var both =
        Listening.of(
            Map.of(
                Listening.ADDRESS, "0.0.0.0",
                Listening.PROXY, "10.0.0.5",
                Listening.PUBLIC, outside));

    assertThat(both.settings())
        .containsEntry("server.address", "0.0.0.0")
        .containsEntry("malasakit.public-address", outside);
    assertThat(Listening.of(Map.of(Listening.ADDRESS, "127.0.0.1")).settings())
        .containsEntry("malasakit.public-address", "");
    refused("under which others reach", Map.of(Listening.PUBLIC, "malasakit.example.org"));
    refused("under which others reach", Map.of(Listening.PUBLIC, outside + "/?a=b"));
  }

  @Test
  void a_port_that_is_none_or_in_use_is_said_in_one_line() throws IOException {
    refused("must be a number", Map.of(Listening.PORT, "http"));
    refused("must be a number", Map.of(Listening.PORT, "70000"));
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      var port = String.valueOf(taken.getLocalPort());

      assertThatThrownBy(() ->
              Listening.of(Map.of(Listening.PORT, port))
                  .requireFree(new Serving(Home.at(directory))))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("Port " + port)
          .hasMessageNotContaining("\n");
    }
  }

  private static void refused(String word, Map<String, String> environment) {
    assertThatThrownBy(() -> Listening.of(environment))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(word);
  }
}
