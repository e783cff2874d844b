package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitType.Modality;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.SafeContact;
import health.malasakit.patients.SafeContacts;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A visit by phone or by video sends nobody to a place. */
@MalasakitTest
class ApartTest {

  private static final String HERS = "(212) 555-0123";
  private static final String SAFE = "(212) 555-0188";
  private static final String ASK = "no number on file may be called then. Ask for one";

  private final ApplicationContext beans;

  @LocalServerPort private int port;

  private Practice practice;
  private Client client;
  private PractitionerId reyes;
  private LocalDateTime nine;

  ApartTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @BeforeEach
  void aClinic() {
    practice = Practice.in(beans, "America/New_York");
    client = Client.on(port).as(practice.cookie());
    reyes = practice.practitioner("Reyes");
    nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
  }

  @Test
  void a_phone_visit_is_read_back_with_the_number_that_the_practice_calls() {
    var ana = patient(HERS);
    var phone = kind("Results", Modality.PHONE);
    var held = hold(ana, phone);
    var calls =
        "By telephone: the practice calls " + HERS + ". Lakeside Family Medicine, Ana Reyes, MD";
    assertThat(client.get(held).body()).contains(calls).doesNotContain("12 Main St", ASK);

    var visit = client.post(held, Map.of()).location();

    assertThat(client.get(visit).body())
        .contains("the clinic's time). " + calls + ". Bring")
        .doesNotContain("12 Main St");
  }

  @Test
  void a_video_visit_names_clinic_and_practitioner_and_no_place() {
    var held = hold(patient(HERS), kind("Video check", Modality.VIDEO));
    assertThat(client.get(held).body())
        .contains("By video. Lakeside Family Medicine, Ana Reyes, MD")
        .contains("If the video fails, the practice calls " + HERS)
        .doesNotContain("12 Main St");
  }

  @Test
  void a_visit_in_person_still_names_its_place() {
    var held = hold(patient(HERS), kind("Follow-up", Modality.IN_PERSON));
    assertThat(client.get(held).body()).contains("12 Main St").doesNotContain("By telephone");
  }

  @Test
  void without_a_number_that_may_be_called_she_is_told_to_ask_before_she_books() {
    var held = hold(practice.patient("Ben", "Cruz"), kind("Results", Modality.PHONE));
    assertThat(client.get(held).body()).contains(ASK, "/edit#mobile");
  }

  @Test
  void only_a_safe_number_is_said_and_none_outside_its_hours() {
    var ana = patient(HERS);
    var phone = kind("Results", Modality.PHONE);
    safe(ana, LocalTime.of(8, 0), LocalTime.of(12, 0));
    assertThat(client.get(hold(ana, phone)).body()).contains(SAFE).doesNotContain(HERS);

    safe(ana, LocalTime.of(14, 0), LocalTime.of(16, 0));
    assertThat(client.get(hold(ana, phone)).body())
        .contains(ASK, "/care#reach")
        .doesNotContain(HERS, SAFE);
  }

  @Test
  void a_safe_number_stands_on_the_page_and_is_not_read_aloud() {
    var ana = patient(HERS);
    var phone = kind("Results", Modality.PHONE);
    safe(ana, LocalTime.of(8, 0), LocalTime.of(12, 0));
    var visit = client.post(hold(ana, phone), Map.of()).location();
    assertThat(client.get(visit).body())
        .contains("the practice calls " + SAFE)
        .contains("clinic's time). By telephone: the practice calls the number it was given.");

    safe(ana, LocalTime.of(14, 0), LocalTime.of(16, 0));
    assertThat(client.get(visit).body())
        .contains("no number on file may be called then")
        .contains("clinic's time). By telephone. Lakeside Family Medicine, Ana Reyes, MD. Bring")
        .doesNotContain(SAFE);
  }

  @Test
  void whom_the_practice_would_have_called_is_not_said_of_a_visit_that_is_not_to_come() {
    var visit = client.post(hold(patient(HERS), kind("Results", Modality.PHONE)), Map.of());
    var id = visit.location().replaceAll(".*/visits/([^?]*).*", "$1");
    assertThat(client.get("/visits/" + id).body()).contains("the practice calls " + HERS);

    var seen = Map.<String, Object>of("version", 1, "by", "patient", "reason", "Feels well");
    client.post("/visits/" + id + "/cancellation", seen);

    assertThat(client.get("/visits/" + id).body())
        .contains("Cancelled", "By telephone. Lakeside Family Medicine")
        .doesNotContain(HERS);
  }

  @Test
  void nobody_needs_a_room_to_be_called() {
    var phone = type("Results", Modality.PHONE, Practice.examRoom());
    var seen = type("Check-up", Modality.IN_PERSON, Practice.examRoom());
    practice.seesPatientsAlways(reyes, phone, seen);
    var ana = patient(HERS);

    assertThat(client.get("/openings?patient=" + ana + "&type=Check-up").body())
        .contains("No time fits");
    assertThat(client.get("/openings?patient=" + ana + "&type=Results").body())
        .doesNotContain("No time fits");
    assertThat(client.post(hold(ana, phone), Map.of()).location()).contains("read=back");
  }

  @Test
  void openings_day_file_and_patient_say_how_they_meet() {
    var ana = patient(HERS);
    var video = kind("Video check", Modality.VIDEO);
    assertThat(client.get("/openings?patient=" + ana + "&type=Video%20check").body())
        .contains("#video", "by video");
    client.post(hold(ana, video), Map.of("state", "NY"));

    var day = "/days/" + practice.site().id() + "/" + nine.toLocalDate();
    assertThat(client.get(day).body()).contains("visit-meets", "#video", "by video");
    assertThat(client.get(day + "/visits.csv").body()).contains("How", "by video");
    assertThat(client.get("/patients/" + practice.clinic().slug() + "/" + ana).body())
        .contains("by video");
  }

  private String hold(PatientId patient, VisitTypeId kind) {
    var choice =
        Map.<String, Object>of(
            "atSite", practice.site().id(),
            "with", reyes,
            "kind", kind,
            "start", nine,
            "fold", "earlier");
    return client.post("/holds?patient=" + patient, choice).location();
  }

  private VisitTypeId kind(String name, Modality how) {
    var kind = type(name, how);
    practice.seesPatientsAlways(reyes, kind);
    return kind;
  }

  private VisitTypeId type(String name, Modality how, VisitType.Need... needs) {
    var details =
        new VisitType.Details(
            name, 30, how, "Bring your insurance card.", 0, VisitType.Patients.ANY);
    var types = practice.bean(VisitTypes.class);
    return practice.ask(() -> types.add(practice.organization(), details, Set.of(), Set.of(needs)));
  }

  private PatientId patient(String number) {
    var facts =
        PersonFacts.named(PatientName.official("Ana", "Cruz"))
            .edit()
            .phones(List.of(new PatientPhone(ContactUse.MOBILE, Phone.of(number))))
            .done();
    var patients = practice.bean(Patients.class);
    return practice.ask(
        () -> patients.register(practice.organization(), NewPatient.saidByCaller(facts)));
  }

  private void safe(PatientId patient, LocalTime from, LocalTime to) {
    var hours = new SafeContact.Hours(from, to, ZoneId.of("America/New_York"));
    var only = new SafeContact(List.of(SAFE), List.of(), Optional.of(hours), "");
    var contacts = practice.bean(SafeContacts.class);
    practice.run(() -> contacts.set(practice.organization(), patient, only));
  }
}
