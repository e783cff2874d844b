package health.malasakit.interop.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each folder of samples, taken by a clinic of its own. */
@MalasakitTest
class SampleImportsTest {

  private final World world;
  private final Imports imports;
  private final Stored stored;
  private final Organization clinic;

  SampleImportsTest(
      World world, Imports imports, JdbcClient jdbc, TransactionTemplate transactions) {
    this.world = world;
    this.imports = imports;
    this.stored = new Stored(jdbc, transactions);
    this.clinic = world.clinic("Lakeside Family Medicine");
  }

  @Test
  void a_related_person_may_stand_before_her_patient_and_has_no_right_yet() {
    ImportSummary summary = load("related-person");

    assertThat(summary.resources().get("RelatedPerson")).isEqualTo(new Tally(3, 1, 0, 0, 2));
    assertThat(rules(summary))
        .containsExactly(
            "2 RelatedPerson.patient reference.unresolved", "3 RelatedPerson.name person.name");
    assertThat(
            ask(
                "select concat_ws(' | ', name, relationship, basis, language) from patients.representative"))
        .containsExactly("Nena Reyes | mother | unproven | fil");
  }

  @Test
  void one_resource_a_line_in_several_files_that_refer_to_each_other() {
    ImportSummary summary = load("ndjson");

    assertThat(summary.resources().get("Patient").created()).isEqualTo(2);
    assertThat(summary.resources().get("Observation").read()).isEqualTo(1);
    assertThat(rules(summary))
        .containsExactly(
            "1 $ file.truncated",
            "6 $ fhir.resource",
            "1 Encounter.status visit.planned",
            "2 Encounter.period.start visit.time",
            "4 Encounter.status visit.cancelled");
    assertThat(stored.visits(clinic))
        .containsExactly(
            "Follow-up visit | 2025-03-09 01:30 | America/New_York | Harbor Street",
            "AMB | 2025-05-01 10:00 | Etc/UTC | Place not named in the file");
    assertThat(summary.allRead()).isTrue();
  }

  @Test
  void what_refers_to_nobody_is_refused_and_what_refers_to_no_place_is_taken_without() {
    ImportSummary summary = load("unresolved-reference");

    assertThat(rules(summary))
        .containsExactly(
            "5 PractitionerRole.practitioner reference.unresolved",
            "1 Encounter.subject reference.unresolved",
            "3 Encounter.subject reference.missing",
            "4 Coverage.beneficiary reference.unresolved");
    assertThat(summary.remarks())
        .extracting(remark -> remark.index() + " " + remark.path())
        .containsExactly("2 Encounter.location", "2 Encounter.participant");
    assertThat(stored.visits(clinic)).hasSize(1);
  }

  @Test
  void conditional_references_reach_a_file_that_comes_last() {
    ImportSummary summary = load("conditional-references");

    assertThat(summary.refusals()).isEmpty();
    assertThat(summary.remarks()).isEmpty();
    assertThat(stored.visits(clinic))
        .containsExactly(
            "Annual physical | 2025-06-03 07:00 | America/Phoenix | Nguyen | Lakeside, Suite 2");
    assertThat(
            ask(
                "select concat_ws(' ', npi, npi_verified) from directory.practitioner order by npi"))
        .containsExactly("1245319590 f", "1245319599 t");
    assertThat(
            ask(
                "select concat_ws(' ', name, zone, zone_confirmed_at) from directory.site order by name"))
        .as("facilities, with a zone that nobody has confirmed; the payer is none")
        .containsExactly("Lakeside Family Medicine", "Lakeside, Suite 2 America/Phoenix");
  }

  @Test
  void a_contained_coverage_is_known_by_patient_payer_and_kind_and_has_first_and_last_day() {
    ImportSummary summary = load("contained-coverage");

    assertThat(summary.resources().get("Coverage")).isEqualTo(new Tally(6, 4, 1, 0, 1));
    assertThat(rules(summary)).containsExactly("6 Coverage.payor coverage.payer");
    assertThat(
            ask(
                """
                select concat_ws(' | ', payer, programme, plan, member_id, subscriber, place, starts_on, ends_on,
                                 first_seen_on, last_seen_on)
                  from coverage.policy order by payer, member_id
                """))
        .containsExactly(
            "Blue River Health | unknown |  |  | unknown | 1 | 2023-01-09 | 2024-05-02",
            "Blue River Health | unknown | River Gold | BR-1 | parent | 2 | 2024-01-01 | 2024-12-31",
            "Blue River Health | unknown |  | BR-2 | unknown | 1",
            "Red Rock Mutual | medicare | Medicare |  | unknown | 1 | 2024-07-01 | 2024-07-01");
  }

  @Test
  void a_number_that_is_not_valid_is_kept_as_written_and_marked() {
    load("invalid-phone");

    assertThat(
            ask("select concat_ws(' ', written, use, valid) from patients.phone order by position"))
        .containsExactly("(212) 736-5000 mobile t", "555-0199 home f");
    assertThat(ask("select written from patients.email")).containsExactly("noor@example.org");
  }

  @Test
  void social_security_passport_and_licence_numbers_are_counted_and_dropped() {
    ImportSummary summary = load("secret-numbers");

    assertThat(summary.numbersDropped()).isEqualTo(5);
    assertThat(ask("select value from patients.identifier where kind <> 'source' order by value"))
        .containsExactly("L-2001", "R-77");
  }

  @Test
  void names_in_every_script_and_with_markup_are_kept_as_written() {
    ImportSummary summary = load("names-in-every-script");

    assertThat(summary.refusals()).isEmpty();
    assertThat(ask("select name_shown from patients.patient"))
        .hasSize(19)
        .contains(
            "فاطمة الزهراني",
            "娜娜 欧阳",
            "<b>Bo</b> & \"Co\" <script>alert(1)</script>",
            "Bobby Robert'); drop table patients.patient;--",
            "Ada Nul l",
            "Thu Nguyễn",
            "Suharto",
            "Björk Guðmundsdóttir");
  }

  @Test
  void dates_that_do_not_exist_are_refused_at_their_place() {
    ImportSummary summary = load("impossible-date");

    assertThat(rules(summary))
        .containsExactly(
            "1 Patient.birthDate fhir.value",
            "2 Patient.birthDate fhir.value",
            "3 Patient.birthDate patient.birth_date",
            "5 Patient.birthDate fhir.value");
    assertThat(
            ask("select concat_ws(' ', family, birth_date) from patients.patient order by family"))
        .as("a month alone is no birth date")
        .containsExactly("Leap 1988-02-29", "Month");
  }

  @Test
  void wrong_types_are_refused_at_their_place() {
    ImportSummary summary = load("wrong-types");

    assertThat(rules(summary))
        .containsExactlyInAnyOrder(
            "0 Patient.name fhir.type",
            "1 Patient.name.family fhir.type",
            "2 Patient.birthDate fhir.type",
            "3 Patient.gender fhir.value",
            "4 Patient.name person.name",
            "5 Patient.id resource.id",
            "6 resourceType fhir.resource",
            "8 Patient.modifierExtension fhir.modifier",
            "9 Bundle.entry fhir.resource");
    assertThat(summary.resources().get("Patient").created()).isEqualTo(1);
  }

  @Test
  void other_versions_of_fhir_are_refused_by_their_name() {
    ImportSummary summary = load("other-versions");

    assertThat(summary.refusals())
        .extracting(Refusal::rule)
        .allMatch(rule -> rule.startsWith("fhir.version"))
        .hasSize(4);
    assertThat(summary.resources().get("Patient").created()).isEqualTo(1);
  }

  private ImportSummary load(String folder) {
    return imports.run(
        new ImportRequest(
            clinic.slug(),
            Optional.empty(),
            "",
            ImportRequest.Mode.KEEP,
            List.of(Samples.of(folder))),
        (file, pass, resources) -> {});
  }

  private List<String> ask(String question) {
    return stored.ask(clinic, question);
  }

  private static List<String> rules(ImportSummary summary) {
    return summary.refusals().stream()
        .map(refusal ->
            refusal.index()
                + " "
                + refusal.path()
                + " "
                + refusal.rule().substring(0, refusal.rule().indexOf(':')))
        .toList();
  }
}
