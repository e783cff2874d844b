package health.malasakit.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of settings names each that the program reads, and no other. */
class ReferenceTest {

  private static final Path LIST = Path.of("src/test/resources/reference/settings.csv");

  private static final Pattern VARIABLE = Pattern.compile("MALASAKIT_[A-Z][A-Z_]*[A-Z]");

  /** A property where it is read, with its default. */
  private static final Pattern PROPERTY =
      Pattern.compile("\\$\\{(malasakit\\.[a-z.-]+)(?::([^}]*))?\\}");

  private static final Pattern CONDITION =
      Pattern.compile("@ConditionalOnProperty\\((?:name = )?\"(malasakit\\.[a-z.-]+)\"");

  private record Setting(String name, String usual, String unit, String what) {

    static Setting of(String line) {
      var parts = line.split(";", 4);
      return new Setting(parts[0], parts[1], parts[2], parts[3]);
    }

    String row() {
      return "| `%s` | %s | %s | %s |"
          .formatted(name, usual.isEmpty() ? "none" : usual, unit, what);
    }
  }

  @Test
  void every_setting_that_the_program_reads_is_listed_and_no_other() {
    var listed = settings().stream().map(Setting::name).toList();

    assertThat(listed).containsExactlyInAnyOrderElementsOf(read(sources()));
  }

  @Test
  void a_setting_that_is_not_listed_is_found() {
    assertThat(read(Stream.of("getenv(\"MALASAKIT_NEW\"); @Value(\"${malasakit.new.one:4}\")")))
        .containsExactly("MALASAKIT_NEW", "malasakit.new.one");
  }

  @Test
  void the_defaults_listed_are_those_of_the_program() {
    Map<String, String> usual =
        sources()
            .flatMap(source -> PROPERTY.matcher(source).results())
            .filter(found -> !Optional.ofNullable(found.group(2)).orElse("").isEmpty())
            .collect(
                Collectors.toMap(
                    found -> found.group(1),
                    found -> found.group(2),
                    (one, other) -> one,
                    LinkedHashMap::new));

    assertThat(usual).isNotEmpty();
    assertThat(settings())
        .filteredOn(setting -> usual.containsKey(setting.name()))
        .allSatisfy(setting -> assertThat(setting.usual()).isEqualTo(usual.get(setting.name())));
  }

  @Test
  void the_reference_of_the_settings_is_that_of_the_list() throws IOException {
    assertThat(settings()).allSatisfy(setting -> assertThat(setting.what()).isNotBlank());
    Reference.holds(
        "settings.md",
        Stream.concat(
                Stream.of(
                    "# Settings",
                    "",
                    "Names in capitals are variables of the environment. The others are given as",
                    "`MALASAKIT_JAVA_OPTIONS=-Dname=value`.",
                    "",
                    "| setting | default | unit | what it does |",
                    "|---|---|---|---|"),
                settings().stream().map(Setting::row))
            .toList());
  }

  private static List<Setting> settings() {
    return text(LIST).lines().filter(line -> !line.startsWith("#")).map(Setting::of).toList();
  }

  /** Sources of the program and its scripts; {@code %s_PASSWORD} is put together. */
  private static Stream<String> sources() {
    return Stream.of("src/main/java", "src/main/resources", "bin")
        .flatMap(root -> files(Path.of(root)).stream())
        .map(ReferenceTest::text)
        .map(source -> source.replace("{1}_PASSWORD", ""));
  }

  private static TreeSet<String> read(Stream<String> sources) {
    var names = new TreeSet<String>();
    sources.forEach(source -> {
      VARIABLE.matcher(source).results().forEach(found -> names.add(found.group()));
      Stream.of(PROPERTY, CONDITION)
          .flatMap(pattern -> pattern.matcher(source).results())
          .forEach(found -> names.add(found.group(1)));
    });
    Stream.of("MALASAKIT_DATABASE_OWNER", "MALASAKIT_DATABASE_APPLICATION")
        .filter(names::contains)
        .forEach(name -> names.add(name + "_PASSWORD"));
    return names;
  }

  private static List<Path> files(Path root) {
    try (var all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .filter(path -> !path.toString().matches(".*\\.(png|ico|woff2?|gz)"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
