package health.malasakit.interop.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Corpus;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real Synthea bundles of three generations against the facts that were counted beside them. */
@Tag("slow")
@MalasakitTest
class SyntheaCorpusTest {

  private static final String FOLDER = "fhir/synthea";

  private final World world;
  private final Imports imports;

  SyntheaCorpusTest(World world, Imports imports) {
    this.world = world;
    this.imports = imports;
  }

  @Test
  void all_of_synthea_is_taken_as_its_facts_say_and_loading_it_twice_changes_nothing()
      throws IOException {
    Path folder = Corpus.path(FOLDER);
    JsonNode facts = new JsonMapper().readTree(Files.readString(folder.resolve("facts.json")));
    String slug = world.clinic("Synthea Clinic").slug();

    ImportSummary first = timed("first", slug, folder);
    ImportSummary second = timed("second", slug, folder);

    print(first, facts);
    assertThat(read(first)).isEqualTo(counted(facts));
    assertThat(first.refusals()).extracting(Refusal::file).containsOnly("facts.json");
    assertThat(first.resources().get("Patient").created()).isEqualTo(counted(facts).get("Patient"));
    assertThat(first.resources().get("Encounter").created())
        .isEqualTo(counted(facts).get("Encounter"));
    assertThat(first.resources().get("Coverage").created()).isEqualTo(payers(facts));
    assertThat(first.numbersDropped()).isEqualTo(secretNumbers(facts));
    assertThat(first.allRead()).isTrue();
    for (Map.Entry<String, Tally> type : second.resources().entrySet()) {
      assertThat(type.getValue().created() + type.getValue().updated())
          .as(type.getKey() + " in the second run")
          .isZero();
    }
  }

  private ImportSummary timed(String name, String slug, Path folder) {
    ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    Instant begun = Instant.now();
    var request =
        new ImportRequest(slug, Optional.empty(), "", ImportRequest.Mode.KEEP, List.of(folder));
    ImportSummary summary = imports.run(request, (file, pass, resources) -> {});
    double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
    int resources = summary.resources().values().stream().mapToInt(Tally::read).sum();
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf(
        "%s run: %d resources in %.1f s (%.0f/s), heap at most %d MB%n",
        name, resources, seconds, resources / seconds, peak >> 20);
    return summary;
  }

  private static void print(ImportSummary summary, JsonNode facts) {
    Map<String, Integer> counted = counted(facts);
    SummaryTable.lines(summary).forEach(System.out::println);
    System.out.println("Beside the facts:");
    summary
        .resources()
        .forEach((type, tally) ->
            System.out.printf(
                "%-26s read %6d  facts %6d%n", type, tally.read(), counted.getOrDefault(type, 0)));
  }

  private static Map<String, Integer> read(ImportSummary summary) {
    Map<String, Integer> read = new TreeMap<>();
    summary.resources().forEach((type, tally) -> read.put(type, tally.read()));
    read.values().removeIf(count -> count == 0);
    return read;
  }

  /** Entries of bundles, and the coverages contained in benefits. */
  private static Map<String, Integer> counted(JsonNode facts) {
    Map<String, Integer> counted = new TreeMap<>();
    for (JsonNode file : facts) {
      file.path("counts")
          .properties()
          .forEach(type -> counted.merge(type.getKey(), type.getValue().asInt(), Integer::sum));
      int contained = file.path("eob_contained").path("Coverage").asInt(0);
      counted.merge("Coverage", contained, Integer::sum);
    }
    return counted;
  }

  /** Each patient has one coverage per payer in her benefits. */
  private static int payers(JsonNode facts) {
    int payers = 0;
    for (JsonNode file : facts) {
      if (file.path("eob_contained").path("Coverage").asInt(0) > 0) {
        payers += file.path("payers").size();
      }
    }
    return payers;
  }

  private static int secretNumbers(JsonNode facts) {
    Set<String> secret =
        new HashSet<>(
            Set.of(
                "Social Security Number",
                "Driver's License",
                "Driver's license number",
                "Passport Number"));
    int count = 0;
    for (JsonNode file : facts) {
      for (JsonNode number : file.path("patient").path("identifiers")) {
        count += secret.contains(number.path("type").asString("")) ? 1 : 0;
      }
    }
    return count;
  }
}
