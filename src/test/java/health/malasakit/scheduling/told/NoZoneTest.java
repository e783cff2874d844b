package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Rule;
import health.malasakit.messaging.ledger.Rules;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.messaging.ledger.Window;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who may be anywhere in the world when a message comes gets none, and a call instead. */
@MalasakitTest
class NoZoneTest {

  private static final String ASK = "Nobody knows in which time zone the patient is";

  private final ApplicationContext beans;
  private final int port;
  private ToldPractice clinic;
  private String number;

  NoZoneTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aClinicThatTells() {
    clinic = new ToldPractice(beans);
    number = ToldPractice.number();
  }

  @Test
  void a_home_abroad_has_no_hour_until_somebody_asked_for_its_zone() {
    var line = told(livesAt("Cavite", "4100", "Philippines"));

    assertThat(line.state()).isEqualTo(EntryState.REFUSED);
    assertThat(line.reason()).isEqualTo("zone_unknown");
    assertThat(line.open()).as("a person calls").isTrue();
    assertThat(clinic.texts(number)).isEmpty();
    var luz = Client.on(port).as(clinic.cookie());
    assertThat(luz.get("/reminders").body()).contains(ASK);
    assertThat(luz.get("/clinics/" + clinic.slug() + "/reached").body()).contains(ASK);
  }

  @Test
  void military_mail_goes_anywhere_in_the_world() {
    assertThat(told(livesAt("AP", "96303", "")).reason()).isEqualTo("zone_unknown");
  }

  @Test
  void who_lives_nowhere_that_is_known_waits_for_the_hour_that_all_have_in_common() {
    var line = told(livesAt("", "", ""));

    assertThat(line.state()).isIn(EntryState.HELD, EntryState.HANDED_OVER);
    if (line.state() == EntryState.HELD) {
      assertThat(line.reason()).isEqualTo("hours");
      assertThat(line.dueAt().atZone(java.time.ZoneOffset.UTC).getHour()).isEqualTo(23);
    }
  }

  @Test
  void where_a_clinics_hours_have_none_in_common_a_person_calls() {
    var narrow = new Window(LocalTime.of(9, 0), LocalTime.of(17, 0));
    clinic
        .practice()
        .run(() ->
            clinic
                .bean(Rules.class)
                .set(
                    clinic.practice().organization(),
                    new Rules.Said(true, Rule.USUAL.hours(narrow, narrow))));

    assertThat(told(livesAt("", "", "")).reason()).isEqualTo("zone_unknown");
  }

  private PatientId livesAt(String state, String zip, String country) {
    var home = new PatientAddress(ContactUse.HOME, "12 Oak St", "Somewhere", state, zip, country);
    var facts =
        PersonFacts.named(PatientName.official("Ana", "Cruz"))
            .edit()
            .phones(List.of(new PatientPhone(ContactUse.MOBILE, Phone.of(number))))
            .addresses(List.of(home))
            .done();
    var patient =
        clinic
            .practice()
            .ask(() ->
                clinic
                    .bean(Patients.class)
                    .register(clinic.practice().organization(), NewPatient.saidByCaller(facts)));
    clinic.says(patient, number, ConsentAnswer.GIVEN);
    return patient;
  }

  private Entry told(PatientId patient) {
    var visit = clinic.book(patient, clinic.inDays(9, 14));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();
    return clinic.line(visit.id(), Step.BOOKED);
  }
}
