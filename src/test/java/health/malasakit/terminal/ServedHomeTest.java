package health.malasakit.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.Application;
import health.malasakit.Client;
import health.malasakit.postgres.EmbeddedOnly;
import health.malasakit.postgres.Home;
import health.malasakit.postgres.Homes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A home from its first start, in a process of its own: each test begins where one ended. */
@EmbeddedOnly
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServedHomeTest {

  private static final String PASSWORD = "salamat po, sandigan";

  @TempDir private static Path directory;
  private static Home home;

  @BeforeAll
  static void make() throws IOException {
    home = Homes.at(directory.resolve("home"));
  }

  @AfterEach
  void bringBack() throws IOException {
    for (var away : programs("pg_ctl.away")) {
      Files.move(away, away.resolveSibling("pg_ctl"));
    }
  }

  @Test
  @Order(1)
  void the_first_start_makes_an_administrator_once_and_an_import_works_beside_it_and_after_it()
      throws Exception {
    try (var server = RunningServer.on(home)) {
      var first = firstLink(server);
      var client = Client.on(server.port());
      assertThat(client.get(first).body()).contains("Set up Malasakit");
      assertThat(client.get("/first/another-word").status()).isEqualTo(404);
      assertThat(client.post(first, form("short")).status()).as("a short password").isEqualTo(422);

      var made = client.post(first, form(PASSWORD));

      assertThat(made.location()).isEqualTo("/sign-in?said=password");
      assertThat(client.get(first).status()).as("the link was used").isEqualTo(404);
      var signedIn =
          client.post("/sign-in", Map.of("email", "grace@example.org", "password", PASSWORD));
      assertThat(signedIn.location()).as("a second lock comes next").isEqualTo("/sign-in/enrol");
      assertThat(imported().get("created").asInt()).as("beside the server").isEqualTo(40);
      assertThat(client.get("/sign-in").status()).isEqualTo(200);
      server.askedToEnd();
      assertThat(server.ended(20)).isNotEqualTo(-1);
      try (var files = Files.list(home.directory())) {
        assertThat(files.filter(Files::isRegularFile))
            .as("nobody else reads a file of the home")
            .allMatch(ServedHomeTest::ownersOnly);
      }
    }
    assertThat(home.read("server")).as("nobody serves it now").isEmpty();
    assertThat(imported().get("unchanged").asInt()).as("without a server").isEqualTo(40);
  }

  @Test
  @Order(2)
  void two_do_not_share_a_home_and_one_without_its_database_ends_within_seconds_when_asked_to()
      throws Exception {
    try (var again = RunningServer.on(home)) {
      assertThat(Client.on(again.port()).get("/sign-in").status()).isEqualTo(200);
      assertThat(home.read("server")).startsWith(String.valueOf(again.pid()));
      aThirdStartNames(again);
      endsWithoutItsDatabase(again);
    }
    assertThat(home.read("server")).as("nobody serves it now").isEmpty();
  }

  private static void endsWithoutItsDatabase(RunningServer server) throws Exception {
    killDatabaseForGood();
    var client = Client.on(server.port());
    await().atMost(Duration.ofSeconds(30)).until(() -> client.get("/").status() == 503);

    server.askedToEnd();

    assertThat(server.ended(8)).isNotEqualTo(-1);
    assertThat(server.said())
        .as("it says once that live pages wait")
        .filteredOn(line -> line.contains("live connection"))
        .hasSize(1);
  }

  @Test
  @Order(3)
  void a_database_that_cannot_be_started_again_ends_the_server_with_a_sentence() throws Exception {
    try (var server = RunningServer.on(home)) {
      killDatabaseForGood();

      assertThat(server.ended(60)).isEqualTo(1);
      assertThat(server.said())
          .anyMatch(line -> line.endsWith("PostgreSQL died; starting it again, try 1 of 5."))
          .anyMatch(line -> line.endsWith("PostgreSQL died; starting it again, try 5 of 5."))
          .anyMatch(line -> line.startsWith("PostgreSQL died and did not start again in 5 tries."));
    }
  }

  /** It is refused, and says which process serves this home, where, and how to stop it. */
  private static void aThirdStartNames(RunningServer server) {
    var said = new StringWriter();

    assertThat(run(server.port(), said, said, "serve")).isEqualTo(1);

    assertThat(said.toString())
        .contains(home + " is being served already, by process " + server.pid())
        .contains(server.address())
        .contains("kill " + server.pid())
        .contains("MALASAKIT_HOME");
  }

  /** What the import of the same file says of its patients. */
  private static JsonNode imported() {
    var file = new ImportFiles(directory).lines("good.ndjson", 40).toString();
    var words = "import --organization harbor --create --state NY --json " + file;
    var out = new StringWriter();
    var errors = new StringWriter();
    assertThat(run(0, out, errors, words.split(" "))).as(errors.toString()).isZero();
    return new JsonMapper().readTree(out.toString()).get("resources").get("Patient");
  }

  private static int run(int port, StringWriter out, StringWriter errors, String... words) {
    var environment = Map.of(Home.VARIABLE, home.toString(), Listening.PORT, String.valueOf(port));
    var opener = new Opener(Application.class, environment);
    return Terminal.execute(opener, new PrintWriter(out), new PrintWriter(errors), words);
  }

  private static boolean ownersOnly(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).endsWith("------");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void killDatabaseForGood() throws IOException {
    var control = programs("pg_ctl").getFirst();
    Files.move(control, control.resolveSibling("pg_ctl.away"));
    var pid = Files.readAllLines(home.directory().resolve("database/postmaster.pid")).getFirst();
    ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();
  }

  private static List<Path> programs(String name) throws IOException {
    try (var programs = Files.walk(home.directory(), 3)) {
      return programs.filter(file -> file.endsWith("bin/" + name)).toList();
    }
  }

  private static String firstLink(RunningServer server) {
    await().until(() -> server.said().stream().anyMatch(line -> line.contains("/first/")));
    var line =
        server.said().stream().filter(said -> said.contains("/first/")).findFirst().orElseThrow();
    return URI.create(line.replaceAll(".*(http\\S+/first/\\S+).*", "$1")).getPath();
  }

  private static Map<String, String> form(String password) {
    return Map.of(
        "clinic", "Lakeside Family Medicine",
        "slug", "lakeside",
        "state", "NY",
        "name", "Grace Villanueva",
        "email", "grace@example.org",
        "password", password,
        "country", "US",
        "zone", "America/New_York");
  }
}
