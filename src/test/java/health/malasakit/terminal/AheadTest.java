package health.malasakit.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import health.malasakit.Application;
import health.malasakit.Client;
import health.malasakit.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** A server that starts from what was worked out ahead of it, as {@code bin/malasakit} does. */
@Tag("slow")
class AheadTest {

  private static final Pattern READY =
      Pattern.compile("Malasakit is ready: (http://localhost:\\d+)");
  private static final Pattern FIRST = Pattern.compile("http://localhost:\\d+(/first/\\S+)");

  @TempDir private Path folder;

  @Test
  void it_serves_and_works_as_any_other() throws Exception {
    var loaded = folder.resolve("loaded");
    var classes = workedOut() + File.pathSeparator + classpath();
    var database = TestDatabase.migrated();
    var environment = Program.database(database, folder.resolve("home"));
    environment.put("MALASAKIT_PORT", "0");
    try (var server =
        Program.start(
            folder,
            environment,
            List.of("-Xlog:class+load:file=" + loaded, "-cp", classes),
            "serve")) {
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> FIRST.matcher(server.answers()).find() || !server.runs());
      assertThat(server.answers()).as(server.errors()).contains("Malasakit is ready");
      var client = Client.on(URI.create(found(READY, server)).getPort());
      var form =
          Map.of(
              "clinic", "Lakeside Family Medicine",
              "slug", "lakeside",
              "state", "NY",
              "name", "Grace Villanueva",
              "email", "grace@example.org",
              "password", "salamat po, sandigan",
              "country", "US",
              "zone", "America/New_York");
      var made = client.post(found(FIRST, server), form);
      assertThat(made.location()).isEqualTo("/sign-in?said=password");
      try (var superuser = TestDatabase.superuser(database);
          var asked = superuser.createStatement()) {
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> {
              var rows =
                  asked.executeQuery(
                      "select count(*) from kernel.scheduled_tasks where last_success is not null");
              return rows.next() && rows.getInt(1) > 0;
            });
      }
    }
    assertThat(Files.readString(loaded)).contains("Application__ApplicationContextInitializer");
  }

  @Test
  void whatever_decides_which_beans_there_are_makes_a_start_work_it_out_itself() {
    assertThat(usual(Map.of(), Map.of("MALASAKIT_PORT", "8090"))).isTrue();
    assertThat(usual(Map.of("malasakit.proxy", "10.0.0.1"), Map.of())).isFalse();
    assertThat(usual(Map.of(), Map.of("MALASAKIT_JOBS_ENABLED", "false"))).isFalse();
    assertThat(usual(Map.of(), Map.of("MALASAKIT_MADEUPWORLD", "true"))).isFalse();

    var asked =
        new ClassFileImporter()
            .importPath("target/classes/health").stream()
                .flatMap(AheadTest::asked)
                .collect(Collectors.toSet());
    assertThat(asked).isEqualTo(Ahead.DECIDE);
  }

  @Test
  void so_does_a_file_of_settings_wherever_spring_reads_one() throws IOException {
    assertThat(Ahead.hasSettings(folder)).isFalse();
    for (var place :
        List.of(
            "application.yaml", "config/application-eu.properties", "config/eu/application.yml")) {
      var file = folder.resolve(place);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
      assertThat(Ahead.hasSettings(folder)).as(place).isTrue();
      Files.delete(file);
    }
    Files.writeString(folder.resolve("application.jar"), "");
    assertThat(Ahead.hasSettings(folder)).isFalse();
  }

  private static boolean usual(Map<String, Object> given, Map<String, String> environment) {
    return new Ahead.Settings(given, environment).usual();
  }

  private static Stream<String> asked(JavaClass one) {
    return Stream.concat(
            one.tryGetAnnotationOfType(ConditionalOnProperty.class).stream(),
            one.getMethods().stream()
                .flatMap(each -> each.tryGetAnnotationOfType(ConditionalOnProperty.class).stream()))
        .flatMap(asks -> Stream.concat(Arrays.stream(asks.name()), Arrays.stream(asks.value())));
  }

  private static String found(Pattern pattern, Program server) {
    return pattern
        .matcher(server.answers())
        .results()
        .findFirst()
        .map(found -> found.group(1))
        .orElseThrow();
  }

  /** Of the program alone, without the tests. */
  private static String classpath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(one -> !one.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Path workedOut() throws IOException, InterruptedException {
    var sources = folder.resolve("sources");
    var classes = folder.resolve("classes");
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classpath(),
            "org.springframework.boot.SpringApplicationAotProcessor",
            Application.class.getName(),
            sources.toString(),
            classes.toString(),
            classes.toString(),
            "health",
            "malasakit");
    var said = folder.resolve("said").toFile();
    var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said);
    assertThat(builder.start().waitFor()).as(said.toString()).isZero();
    var words =
        Stream.concat(
            Stream.of(
                "-nowarn",
                "-proc:none",
                "-cp",
                classes + File.pathSeparator + classpath(),
                "-d",
                classes.toString()),
            files(sources).stream());
    int compiled =
        Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
            .orElseThrow()
            .run(null, null, null, words.toArray(String[]::new));
    assertThat(compiled).isZero();
    return classes;
  }

  private static List<String> files(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.map(Path::toString).filter(one -> one.endsWith(".java")).toList();
    }
  }
}
