package health.malasakit.guards;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The caps and words of STYLE.md. */
class ShapeTest {

  private static final Path SOURCES = Path.of("src/main/java/health/malasakit");

  /** Beginnings of findings that are as they should be, with the reason. */
  private static final Map<String, String> EXEMPT =
      Map.ofEntries(
          entry(
              "kernel/Ids.java: System.currentTimeMillis", "makes ids, and tells nobody the time"),
          entry(
              "kernel/ScopedTransactionManager.java: ScopedTransactionManager",
              "Spring's own word for it"),
          entry("interop/fhir/R4.java: incorrectJsonType()", "the parser's own interface"));

  /** Beginnings of sentences in Java that nobody reads on a screen, with the reason. */
  private static final Map<String, String> NOT_SPOKEN =
      Map.ofEntries(
          entry("access/Passwords.java: the password of nobody", "hashed to keep the time equal"),
          entry("access/SecretBox.java: malasakit secrets v1", "names a key"),
          entry("audit/AnchorKey.java: malasakit audit anchor", "names a key"),
          entry("audit/Chain.java: malasakit audit chain v1", "begins a hash"),
          entry("demo/", "what stands in the records of the made-up world"),
          entry("desk/privacy/LinesCsvController.java: ", "a subject of the audit, a code"),
          entry("scheduling/web/DayCsvController.java: ", "a subject of the audit, a code"),
          entry("directory/web/Languages.java: american sign language", "read, not said"),
          entry("kernel/RelativeDay.java: ", "words that a person types"),
          entry("patients/PatientRow.java: patient_id", "columns"),
          entry("patients/speaking/AgeOfMajority.java: age of majority", "names a row of the data"),
          entry("postgres/Cluster.java: # Written by", "a file for the operator"),
          entry("postgres/RolesScript.java: -- Malasakit", "a script for psql"),
          entry("ui/Assets.java: default-src", "a header for browsers"),
          entry("workqueue/web/DraftController.java: ", "a reason in an annotation"));

  @TempDir private Path directory;

  @Test
  void the_sources_keep_the_caps_and_the_words() {
    assertThat(Shape.findings(SOURCES, EXEMPT)).isEmpty();
  }

  @Test
  void tests_are_as_short_as_what_they_test() {
    assertThat(Shape.longTests(Path.of("src/test/java"))).isEmpty();
    assertThat(Shape.longTests(Path.of("src/browserTest/java"))).isEmpty();
  }

  @Test
  void a_test_that_is_too_long_is_found() throws IOException {
    write("a/LongTest.java", "package a;\nclass LongTest {" + "\n".repeat(260) + "}\n");

    assertThat(Shape.longTests(directory))
        .containsExactly("a/LongTest.java: 262 lines, 250 at most");
  }

  @Test
  void what_a_person_reads_stands_in_the_bundles() {
    assertThat(Spoken.findings(SOURCES, NOT_SPOKEN)).isEmpty();
  }

  @Test
  void a_sentence_in_java_is_found_and_what_only_developers_read_is_not() throws IOException {
    write(
        "a/Visits.java",
        """
        package a;
        class Visits {
          @Needs(why = "whoever books may look at this")
          void m(String name, Errors errors) {
            LOG.warn("Nobody reacts to this event");
            errors.and("name", "Give the place a name.");
            errors.and("name", name + " is busy then");
            jdbc.sql("select id from a.visit where id = :id");
            throw new IllegalStateException("this cannot be so");
          }
          @Option(names = "--dry-run", description = "Changes nothing.")
          boolean dry;
        }
        """);

    assertThat(Spoken.findings(directory, Map.of()))
        .containsExactly(
            "a/Visits.java: Give the place a name.",
            "a/Visits.java: is busy then",
            "a/Visits.java: Changes nothing.");
  }

  @Test
  void a_file_a_method_or_a_template_that_is_too_long_is_found() throws IOException {
    write(
        "a/Long.java",
        "package a;\n/** Long. */\nclass Long {\nvoid m() {\n" + "\n".repeat(260) + "}\n}\n");
    write("a/web/page.jte", "<p>\n".repeat(81));

    assertThat(Shape.findings(directory, Map.of()))
        .anySatisfy(found -> assertThat(found).contains("Long.java: 266 lines"))
        .anySatisfy(found -> assertThat(found).contains("m() has 262 lines"))
        .anySatisfy(found -> assertThat(found).contains("page.jte: 81 lines"));
  }

  @Test
  void a_banned_word_a_fifth_parameter_and_a_clock_of_its_own_are_found() throws IOException {
    write(
        "a/VisitManager.java",
        """
        package a;
        class VisitManager {
          void m(int a, int b, int c, int d, int e) {
            try { java.time.Clock.systemUTC(); Instant.now(); } catch (Exception x) {}
          }
        }
        """);

    assertThat(Shape.findings(directory, Map.of()))
        .anySatisfy(found -> assertThat(found).contains("banned word Manager"))
        .anySatisfy(found -> assertThat(found).contains("5 parameters"))
        .anySatisfy(found -> assertThat(found).contains("Instant.now()"))
        .anySatisfy(found -> assertThat(found).contains("catches Exception"));
  }

  @Test
  void a_constructor_with_too_many_collaborators_is_found_and_a_record_is_data()
      throws IOException {
    write(
        "a/Visits.java",
        """
        package a;
        class Visits {
          Visits(int a, int b, int c, int d, int e, int f, int g, int h, int i) {}
        }
        """);
    write("a/Kept.java", "package a;\nclass Kept { Kept(int a, int b, int c, int d, int e) {} }\n");
    write(
        "a/Facts.java",
        "package a;\nrecord Facts(int a, int b, int c, int d, int e, int f, int g, int h, int i) {}\n");

    assertThat(Shape.findings(directory, Map.of()))
        .containsExactly("a/Visits.java: the constructor of Visits has 9 parameters, 8 at most");
  }

  @Test
  void a_default_over_an_enum_or_a_sealed_type_of_ours_is_found_and_over_others_is_not()
      throws IOException {
    write("a/Colour.java", "package a;\nenum Colour { RED, GREEN }\n");
    write(
        "a/Status.java",
        "package a;\nsealed interface Status { record Held() implements Status {} }\n");
    write(
        "a/Says.java",
        """
        package a;
        class Says {
          int byName(Colour colour) {
            return switch (colour) { case RED -> 1; default -> 2; };
          }
          int byWholeName(Colour colour) {
            return switch (colour) { case Colour.RED -> 1; default -> 2; };
          }
          void byType(Status status) {
            switch (status) { case Status.Held held -> {} default -> {} }
          }
          void byRecord(Status state) {
            switch (state) { case Status.Held() -> {} case null, default -> {} }
          }
          int whole(Colour colour) {
            return switch (colour) { case RED -> 1; case GREEN -> 2; };
          }
          int text(String text) {
            return switch (text) { case "red" -> 1; default -> 2; };
          }
          int others(Object other) {
            return switch (other) { case String text -> 1; default -> 2; };
          }
        }
        """);

    assertThat(Shape.findings(directory, Map.of()))
        .containsExactly(
            "a/Says.java: the switch over (colour) has a default",
            "a/Says.java: the switch over (colour) has a default",
            "a/Says.java: the switch over (status) has a default",
            "a/Says.java: the switch over (state) has a default");
  }

  @Test
  void a_public_type_without_javadoc_and_a_public_controller_are_found() throws IOException {
    write("a/web/DayController.java", "package a.web;\npublic class DayController {}\n");
    write("a/web/DayPage.java", "package a.web;\n/** The day. */\npublic record DayPage() {}\n");

    assertThat(Shape.findings(directory, Map.of()))
        .containsExactlyInAnyOrder(
            "a/web/DayController.java: DayController is public and has no Javadoc",
            "a/web/DayController.java: DayController is public in web and no page or form");
  }

  @Test
  void a_package_with_too_many_files_is_found() throws IOException {
    for (int n = 0; n <= Shape.PACKAGE_FILES_MAX; n++) {
      write("a/A" + n + ".java", "package a;\nclass A" + n + " {}\n");
    }

    assertThat(Shape.findings(directory, Map.of())).containsExactly("a: 51 files, 50 at most");
  }

  private void write(String file, String text) throws IOException {
    var path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
