package health.malasakit.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.postgres.EmbeddedOnly;
import health.malasakit.postgres.Homes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands beside a running server of the same home, and without one. */
@EmbeddedOnly
@Tag("slow")
class SameHomeTest {

  @TempDir private Path folder;

  @Test
  void an_import_works_while_the_server_runs_and_after_it_has_stopped() throws Exception {
    var home = Homes.at(Files.createDirectories(folder.resolve("home")));
    var environment =
        Map.of("MALASAKIT_HOME", home.directory().toString(), "MALASAKIT_PORT", freePort());
    var file = new ImportFiles(folder).lines("good.ndjson", 40);
    var words =
        new String[] {
          "import", "--organization", "lakeside", "--create", "--state", "NY", "--json", "" + file
        };
    try (var server = Program.start(folder, environment, "serve")) {
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> !server.runs() || server.answers().contains("is ready"));
      assertThat(patients(environment, words).get("created").asInt()).isEqualTo(40);
      assertThat(server.runs()).as(server.errors()).isTrue();
      server.askedToEnd();
    }

    assertThat(patients(environment, words).get("unchanged").asInt()).isEqualTo(40);
  }

  private JsonNode patients(Map<String, String> environment, String... words) throws Exception {
    try (var program = Program.start(folder, environment, words)) {
      assertThat(program.ends()).as(program.errors()).isZero();
      return new JsonMapper().readTree(program.answers()).get("resources").get("Patient");
    }
  }

  private static String freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return String.valueOf(free.getLocalPort());
    }
  }
}
