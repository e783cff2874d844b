package health.malasakit.interop.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.kernel.Refused;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MalasakitTest
class ImportsTest {

  private final World world;
  private final Imports imports;
  private final Organizations organizations;
  private final Stored stored;

  @TempDir private Path folder;

  ImportsTest(
      World world,
      Imports imports,
      Organizations organizations,
      JdbcClient jdbc,
      TransactionTemplate transactions) {
    this.world = world;
    this.imports = imports;
    this.organizations = organizations;
    this.stored = new Stored(jdbc, transactions);
  }

  @Test
  void loading_twice_changes_nothing() {
    var clinic = world.clinic("Lakeside Family Medicine");
    for (String samples : List.of("conditional-references", "contained-coverage", "ndjson")) {
      ImportSummary first = load(clinic, Samples.of(samples));
      ImportSummary second = load(clinic, Samples.of(samples));

      assertThat(first.resources().values()).anyMatch(type -> type.created() > 0);
      assertThat(second.resources().values())
          .allMatch(type -> type.created() == 0 && type.updated() == 0);
      assertThat(second.refusals()).isEqualTo(first.refusals());
    }
  }

  @Test
  void each_resource_read_is_created_updated_unchanged_or_refused() {
    var clinic = world.clinic("Lakeside Family Medicine");
    load(clinic, Samples.of("")).resources().entrySet().stream()
        .filter(type -> ImportTally.takes(type.getKey()))
        .map(java.util.Map.Entry::getValue)
        .forEach(type ->
            assertThat(type.created() + type.updated() + type.unchanged() + type.refused())
                .isEqualTo(type.read()));
  }

  @Test
  void a_dry_run_gives_the_same_counts_and_changes_nothing() {
    var clinic = world.clinic("Lakeside Family Medicine");
    var folder = Samples.of("conditional-references");

    ImportSummary tried = run(clinic.slug(), ImportRequest.Mode.DRY_RUN, folder);
    assertThat(stored.rows(clinic)).isZero();
    ImportSummary kept = load(clinic, folder);

    assertThat(tried).isEqualTo(kept);
    assertThat(stored.rows(clinic)).isPositive();
  }

  @Test
  void a_later_file_that_says_otherwise_corrects_what_files_brought() {
    var clinic = world.clinic("Hilo Clinic");
    load(clinic, Samples.of("corrected-file/1-before.json"));

    var after = load(clinic, Samples.of("corrected-file/2-after.json")).resources();

    for (String type : List.of("Patient", "Location", "Encounter", "Coverage")) {
      assertThat(after.get(type)).as(type).isEqualTo(new Tally(1, 0, 1, 0, 0));
    }
    assertThat(stored.visits(clinic)).singleElement().asString().startsWith("Eye examination");
  }

  @Test
  void one_audit_line_a_file_and_a_note_of_each_row_touched() {
    var clinic = world.clinic("Lakeside Family Medicine");

    load(clinic, Samples.of("conditional-references"));
    load(clinic, Samples.of("conditional-references"));

    assertThat(stored.auditLines(clinic, "imported")).isEqualTo(4);
    // A patient, a visit, a practitioner with a role, another one, and two places.
    assertThat(stored.touched(clinic))
        .containsExactly(
            "Encounter",
            "Location",
            "Organization",
            "Patient",
            "Practitioner",
            "Practitioner",
            "PractitionerRole");
  }

  @Test
  void a_corrupt_tail_does_not_lose_what_came_before_it() {
    var clinic = world.clinic("Lakeside Family Medicine");
    byte[] whole = Samples.bytes(Samples.of("names-in-every-script/patients.json"));
    var cut = Samples.written(folder, "cut.json", Samples.first(whole, whole.length - 40));
    var good = Samples.of("invalid-phone/patient.json");

    ImportSummary summary = load(clinic, cut, good);

    assertThat(summary.resources().get("Patient").created()).isEqualTo(19);
    assertThat(summary.allRead()).isFalse();
    assertThat(summary.refusals())
        .singleElement()
        .satisfies(refusal -> {
          assertThat(refusal.file()).isEqualTo("cut.json");
          assertThat(refusal.index()).isEqualTo(18);
          assertThat(refusal.rule()).startsWith("file.truncated");
        });
  }

  @Test
  void a_file_that_is_not_there_is_named_and_the_others_are_taken() {
    var clinic = world.clinic("Lakeside Family Medicine");

    ImportSummary summary =
        load(clinic, folder.resolve("nothing.json"), Samples.of("invalid-phone"));

    assertThat(summary.allRead()).isFalse();
    assertThat(summary.refusals())
        .extracting(Refusal::rule)
        .singleElement()
        .asString()
        .startsWith("file.missing");
    assertThat(summary.resources().get("Patient").created()).isEqualTo(1);
  }

  @Test
  void the_slug_names_the_clinic_which_is_created_only_when_asked_for() {
    var slug = "new-" + java.util.UUID.randomUUID().toString().substring(0, 8);
    var files = List.of(Samples.of("invalid-phone"));
    var named = Optional.of(new ImportRequest.NewClinic("New Clinic", "tx"));

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> run(slug, ImportRequest.Mode.KEEP, files.getFirst()))
        .returns("import.organization", Refused::code);
    imports.run(
        new ImportRequest(slug, named, "", ImportRequest.Mode.DRY_RUN, files),
        (file, pass, n) -> {});
    assertThat(organizations.bySlug(slug)).isEmpty();
    imports.run(
        new ImportRequest(slug, named, "", ImportRequest.Mode.KEEP, files), (file, pass, n) -> {});
    assertThat(organizations.bySlug(slug)).isPresent();
  }

  private ImportSummary load(Organization clinic, Path... paths) {
    return run(clinic.slug(), ImportRequest.Mode.KEEP, paths);
  }

  private ImportSummary run(String slug, ImportRequest.Mode mode, Path... paths) {
    return imports.run(
        new ImportRequest(slug, Optional.empty(), "", mode, List.of(paths)), (file, pass, n) -> {});
  }
}
