package health.malasakit.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.guards.Reference;
import health.malasakit.kernel.Right;
import health.malasakit.kernel.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each role may, as the program grants it, is what the documentation says. */
class RightsReferenceTest {

  private static final Path FILE = Path.of("src/main/resources/access/rights.csv");

  private final RoleRights rights = new RoleRights();

  @Test
  void the_reference_of_the_rights_is_that_of_the_program() throws IOException {
    var lines = Files.readAllLines(FILE);
    var source =
        lines.stream()
            .filter(line -> line.startsWith("#"))
            .map(line -> line.substring(1).strip())
            .collect(Collectors.joining(" "));
    var objects =
        lines.stream()
            .filter(line -> !line.startsWith("#"))
            .skip(1)
            .map(line -> line.substring(0, line.indexOf(',')))
            .toList();
    var page = page(source, objects);

    assertThat(source).contains("Source:", "checked", "mark");
    assertThat(objects).doesNotHaveDuplicates().hasSize(lines.size() - 4);
    assertThat(page)
        .contains("| `audit_log` | read | privacy officer |")
        .contains("| `patients` | - | administrator |");
    Reference.holds("rights.md", page);
  }

  private List<String> page(String source, List<String> objects) {
    return Stream.concat(
            Stream.of(
                "# Rights",
                "",
                source,
                "",
                "A person has roles per organization; what her roles there allow is added up.",
                "",
                NotAsked.ROWS.keySet().stream()
                    .map(row -> "`" + row + "`")
                    .collect(Collectors.joining(", ", "Not asked by any page yet: ", ".")),
                "",
                "| object | may | roles |",
                "|---|---|---|"),
            objects.stream().flatMap(this::rows))
        .toList();
  }

  /** Roles that may the same stand together, those who may most first. */
  private Stream<String> rows(String object) {
    Map<Role, Set<Verb>> may = new EnumMap<>(Role.class);
    Arrays.stream(Role.values()).forEach(role -> may.put(role, verbs(object, role)));
    return may.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getValue,
                Collectors.mapping(
                    Map.Entry::getKey, Collectors.toCollection(java.util.TreeSet::new))))
        .entrySet()
        .stream()
        .sorted((one, other) -> order(one.getKey()).compareTo(order(other.getKey())))
        .map(group ->
            "| `%s` | %s | %s |".formatted(object, said(group.getKey()), joined(group.getValue())));
  }

  private static String order(Set<Verb> verbs) {
    return (9 - verbs.size()) + said(verbs);
  }

  private Set<Verb> verbs(String object, Role role) {
    return rights.of(Set.of(role)).stream()
        .filter(right -> right.object().equals(object))
        .map(Right::verb)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  private static String said(Set<Verb> verbs) {
    return verbs.isEmpty() ? "-" : joined(verbs);
  }

  private static String joined(Set<? extends Enum<?>> words) {
    return words.stream()
        .map(word -> word.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }
}
