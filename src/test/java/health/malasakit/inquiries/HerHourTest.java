package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Which hour it is for whoever is on the line. */
@MalasakitTest
class HerHourTest {

  private final ApplicationContext beans;
  private final int port;
  private CallerOnTheLine line;

  HerHourTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aCallerIsOnTheLine() {
    line = new CallerOnTheLine(beans, port);
    var here = new Clinic.Profile("", "Harbor", Optional.of(ZoneId.of("America/New_York")));
    line.asColleague(() -> {
      beans.getBean(ClinicProfiles.class).describe(line.clinic().id(), here, 0);
      return here;
    });
  }

  @Test
  void her_own_hour_stands_beside_that_of_the_clinic_once_her_record_is_open() {
    keola("Pacific/Honolulu");
    assertThat(page()).doesNotContain("Honolulu");

    said(Map.of());
    assertThat(page())
        .as("who may book and no more")
        .contains("Keola Kahale")
        .doesNotContain("Honolulu");

    said(Map.of("fact", "zip", "value", "96813"));
    assertThat(page())
        .contains("data-zone=\"Pacific/Honolulu\"")
        .contains("Patient, Honolulu")
        .containsPattern("The patient.{1,6}s hour, Honolulu")
        .doesNotContain("by the ZIP on file");
  }

  @Test
  void where_she_and_the_clinic_have_the_same_hour_it_stands_there_once() {
    keola("America/Detroit");

    said(Map.of("fact", "zip", "value", "96813"));

    assertThat(page())
        .contains("The record is open")
        .doesNotContainPattern("The patient.{1,6}s hour");
  }

  @Test
  void what_only_her_zip_proposes_says_so_and_is_no_clock_of_the_page() {
    assertThat(page()).doesNotContain("by the ZIP on file");

    line.proven();

    assertThat(page())
        .containsPattern("The patient.{1,6}s hour, Los Angeles")
        .contains("by the ZIP on file; ask where the patient is")
        .doesNotContain("Patient, Los Angeles");
  }

  @Test
  void after_the_call_it_goes() {
    keola("Pacific/Honolulu");
    said(Map.of("fact", "zip", "value", "96813"));

    line.over();

    assertThat(page()).doesNotContain("Honolulu");
  }

  @Test
  void a_clinic_of_which_nobody_said_where_it_lies_has_no_clock() {
    assertThat(page()).contains("Clinic, New York");
    var nowhere = new Clinic.Profile("", "Harbor", Optional.empty());
    line.asColleague(() -> {
      beans.getBean(ClinicProfiles.class).describe(line.clinic().id(), nowhere, 2);
      return nowhere;
    });

    assertThat(page())
        .contains("Hours unknown")
        .doesNotContain("clinic, ")
        .doesNotContain("Clinic, ");
  }

  private String page() {
    return line.client().get(line.call()).body();
  }

  private void said(Map<String, String> more) {
    var form = new HashMap<>(Map.of("name", "Keola Kahale", "birthDate", "7/4/1970"));
    form.putAll(more);
    line.ask("patient", form);
  }

  private void keola(String zone) {
    line.patient(
        PersonFacts.named(PatientName.official("Keola", "Kahale"))
            .edit()
            .born(LocalDate.of(1970, 7, 4))
            .addresses(
                List.of(
                    new PatientAddress(
                        ContactUse.HOME, "12 Ala Moana", "Waikiki", "HI", "96813", "US")))
            .zone(Optional.of(ZoneId.of(zone)))
            .done());
  }
}
