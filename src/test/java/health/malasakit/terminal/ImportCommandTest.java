package health.malasakit.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.Application;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("slow")
@MalasakitTest
class ImportCommandTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Everything of a patient that a file brings, in the order of her id there. */
  private static final String PATIENTS =
      """
      select i.value || ' ' || p.name_shown || ' ' || p.birth_date || ' ' || string_agg(t.digits, ',')
        from patients.patient p join patients.identifier i using (organization_id, patient_id)
        join patients.phone t using (organization_id, patient_id)
       group by i.value, p.name_shown, p.birth_date order by i.value
      """;

  private final World world;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @TempDir private Path folder;
  private ImportFiles files;

  ImportCommandTest(World world, JdbcClient jdbc, TransactionTemplate transactions) {
    this.world = world;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @BeforeEach
  void files() {
    files = new ImportFiles(folder);
  }

  @Test
  void a_dry_run_says_the_same_and_changes_nothing() {
    var clinic = world.clinic("Dry Run Clinic");
    var good = files.lines("good.ndjson", 3);

    assertThat(imported(clinic, good, "--json", "--dry-run")).isZero();
    var tried = out.toString();
    assertThat(patients(clinic)).isEmpty();
    out.getBuffer().setLength(0);
    assertThat(imported(clinic, good, "--json")).isZero();

    assertThat(out.toString()).isEqualTo(tried);
    assertThat(patients(clinic)).hasSize(3);
  }

  @Test
  void without_clinic_or_files_it_is_wrong_usage() {
    assertThat(run("import", "--organization", "any")).isEqualTo(2);
    assertThat(run("import", "file.json")).isEqualTo(2);
    assertThat(run("import", "--organization", "new", "--create", "file.json")).isEqualTo(2);
    assertThat(errors.toString()).contains("PATH").contains("--organization").contains("--state");
  }

  @Test
  void a_clinic_that_is_not_there_or_a_source_that_is_no_name_is_refused() {
    var good = files.lines("good.ndjson", 1);

    assertThat(run("import", "--organization", "no-such", good.toString())).isEqualTo(1);
    assertThat(errors.toString()).contains("Add --create");
    var clinic = world.clinic("Two Systems Clinic");
    assertThat(imported(clinic, good, "--source", "The West Wing")).isEqualTo(1);
    assertThat(errors.toString()).contains("A source has");
    assertThat(patients(clinic)).isEmpty();
  }

  @Test
  void a_packed_file_that_was_cut_is_named_and_what_came_before_the_cut_is_kept() {
    var clinic = world.clinic("Cut File Clinic");

    assertThat(imported(clinic, files.cut("cut.ndjson.gz", 1000), "--json")).isEqualTo(1);

    assertThat(only(summary().get("refusals")).get("rule").asString()).startsWith("file.truncated");
    assertThat(patients(clinic)).isNotEmpty().hasSizeLessThan(1000);
  }

  @Test
  void a_broken_line_costs_that_line_alone() {
    var clinic = world.clinic("Broken Line Clinic");
    var lines = List.of(ImportFiles.patient(0), "{\"resourceType\":", ImportFiles.patient(2));

    assertThat(imported(clinic, files.text("b.ndjson", String.join("\n", lines)), "--json"))
        .isZero();

    assertThat(only(summary().get("refusals")).get("index").asInt()).isEqualTo(1);
    assertThat(patients(clinic)).hasSize(2);
  }

  @Test
  void one_resource_of_fifty_megabytes_is_refused_and_the_next_is_taken() {
    var clinic = world.clinic("Large File Clinic");
    var photo = "\"photo\":[" + "{\"data\":\"%s\"},".formatted("A".repeat(1 << 20)).repeat(50);
    var large =
        ImportFiles.patient(0)
            .replace("\"birthDate\"", photo.substring(0, photo.length() - 1) + "],\"birthDate\"");
    var notes = "\"communication\":[" + "{\"id\":\"%s\"},".formatted("B".repeat(1 << 20)).repeat(3);
    var kept =
        ImportFiles.patient(1)
            .replace("\"birthDate\"", notes.substring(0, notes.length() - 1) + "],\"birthDate\"");
    var file = files.text("l.ndjson", large + "\n" + kept + "\n" + ImportFiles.patient(2) + "\n");

    assertThat(imported(clinic, file, "--json")).isZero();

    // What is not read of a patient may be as large as it likes; what is read has a limit.
    assertThat(only(summary().get("refusals")).get("rule").asString()).startsWith("resource.limit");
    assertThat(patients(clinic)).hasSize(2);
  }

  @Test
  void two_systems_of_a_clinic_may_call_different_people_the_same() {
    var clinic = world.clinic("Two Systems Clinic");
    var west = files.text("west.ndjson", ImportFiles.patient(0).replace("Madea", "Western") + "\n");
    var east = files.lines("east.ndjson", 1);

    for (int time = 0; time < 2; time++) {
      assertThat(imported(clinic, west, "--source", "west")).isZero();
      assertThat(imported(clinic, east)).isZero();
    }

    assertThat(patients(clinic))
        .hasSize(2)
        .anyMatch(one -> one.contains("Western"))
        .anyMatch(one -> one.contains("Madea"));
  }

  @Test
  void two_imports_at_once_end_as_one() throws InterruptedException {
    var clinic = world.clinic("Busy Clinic");
    var good = files.lines("good.ndjson", 300).toString();
    var words = new String[] {"import", "--organization", clinic.slug(), "--json", good};
    try (var one = Program.start(folder, Program.testDatabase(), words);
        var other = Program.start(folder, Program.testDatabase(), words)) {
      assertThat(List.of(one.ends(), other.ends()))
          .as(one.errors() + other.errors())
          .containsExactly(0, 0);
      int created = 0;
      for (var program : List.of(one, other)) {
        // Exactly one object: the log, and how far it is, go elsewhere.
        var summary = JSON.readTree(program.answers());
        assertThat(summary.get("refusals")).isEmpty();
        created += summary.get("resources").get("Patient").get("created").asInt();
      }
      assertThat(created).isEqualTo(300);
    }
    assertThat(patients(clinic)).hasSize(300);
  }

  @Test
  void an_import_that_was_killed_is_finished_by_the_next() throws InterruptedException {
    var clinic = world.clinic("Power Cut Clinic");
    var undisturbed = world.clinic("Undisturbed Clinic");
    var good = files.lines("good.ndjson", 500);
    try (var program =
        Program.start(
            folder,
            Program.testDatabase(),
            "import",
            "--organization",
            clinic.slug(),
            good.toString())) {
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> !program.runs() || patients(clinic).size() >= 40);
      program.killed();
    }
    assertThat(patients(clinic)).hasSizeBetween(40, 499);

    assertThat(imported(clinic, good)).isZero();
    assertThat(imported(undisturbed, good)).isZero();

    assertThat(patients(clinic)).hasSize(500).isEqualTo(patients(undisturbed));
  }

  private List<String> patients(Organization clinic) {
    return Scopes.call(
        Scope.job(clinic.id(), "test"),
        () ->
            Objects.requireNonNull(
                transactions.execute(
                    status -> jdbc.sql(PATIENTS).query((row, n) -> row.getString(1)).list())));
  }

  private JsonNode summary() {
    return JSON.readTree(out.toString());
  }

  private static JsonNode only(JsonNode many) {
    assertThat(many).hasSize(1);
    return many.get(0);
  }

  private int imported(Organization clinic, Path file, String... more) {
    var words = new java.util.ArrayList<>(List.of("import", "--organization", clinic.slug()));
    words.addAll(List.of(more));
    words.add(file.toString());
    return run(words.toArray(String[]::new));
  }

  private int run(String... words) {
    var opener = new Opener(Application.class, Program.testDatabase());
    return Terminal.execute(opener, new PrintWriter(out), new PrintWriter(errors), words);
  }
}
