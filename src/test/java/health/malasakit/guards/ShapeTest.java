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

  @TempDir private Path directory;

  @Test
  void the_sources_keep_the_caps_and_the_words() {
    assertThat(Shape.findings(SOURCES, EXEMPT)).isEmpty();
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
