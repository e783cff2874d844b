package health.malasakit.scheduling.licence;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.access.Role;
import health.malasakit.audit.AuditLines;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.PractitionerRole;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitType.Modality;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientAddress;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.scheduling.Practice;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** By phone or video a practitioner sees a patient in the patient's own state. */
@MalasakitTest
class LicencesTest {

  private static final String MISSING =
      "Luz Ortiz, MD's licences on file: CA, NV. The patient's address is in AZ: a video visit needs"
          + " one there. Ask the clinic.";
  private static final String NOT_ON_FILE = "No licences of Luz Ortiz, MD are on file";
  private static final String NO_STATE = "No state is on file for the patient";

  private final ApplicationContext beans;

  @LocalServerPort private int port;

  private Practice practice;
  private Client client;
  private LocalDateTime nine;

  LicencesTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @BeforeEach
  void aClinic() {
    practice = Practice.in(beans, "America/Los_Angeles");
    client = Client.on(port).as(practice.cookie());
    nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
  }

  @Test
  void a_video_visit_in_a_state_without_licence_asks_why_and_keeps_the_reason() {
    var ortiz = practitioner("CA", "NV");
    var video = kind("Video check", Modality.VIDEO, ortiz);
    var ana = patient("AZ");
    assertThat(client.get("/openings?patient=" + ana + "&type=Video%20check").body())
        .contains(MISSING, "Why book it all the same");
    var refused = client.post("/holds?patient=" + ana, choice(ortiz, video, ""));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains(MISSING);

    var held = client.post("/holds?patient=" + ana, choice(ortiz, video, "Has a compact licence"));
    assertThat(client.get(held.location()).body())
        .contains(MISSING, "Booked all the same: Has a compact licence");
    var visit = client.post(held.location(), Map.of("state", "AZ")).location();
    assertThat(client.get(visit).body()).contains("Has a compact licence");
    assertThat(lines(ana)).contains("booked despite");
  }

  @Test
  void a_machine_is_asked_for_the_reason_at_its_field() {
    var ortiz = practitioner("CA", "NV");
    var video = kind("Video check", Modality.VIDEO, ortiz);
    var body =
        """
        {"patient": "%s", "site": "%s", "practitioner": "%s", "visitType": "%s",
         "start": "%s", "zone": "America/Los_Angeles"}
        """
            .formatted(patient("AZ"), practice.site().id(), ortiz, video, nine);
    var refused = client.json("/api/appointments", body);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("\"field\":\"despite\"", "needs one there");
  }

  @Test
  void who_comes_in_person_may_live_anywhere() {
    var ortiz = practitioner("CA", "NV");
    var seen = kind("Check-up", Modality.IN_PERSON, ortiz);
    var ana = patient("AZ");
    assertThat(client.get("/openings?patient=" + ana + "&type=Check-up").body())
        .doesNotContain("licences");
    var held = client.post("/holds?patient=" + ana, choice(ortiz, seen, ""));
    assertThat(client.get(held.location()).body()).doesNotContain("licences");
  }

  @Test
  void a_licence_for_the_state_is_enough_however_the_state_is_written() {
    var ortiz = practitioner("CA", "NV");
    var video = kind("Video check", Modality.VIDEO, ortiz);
    assertThat(booking(patient("Nevada"), ortiz, video)).doesNotContain("licences");
    assertThat(booking(patient("ca"), ortiz, video)).doesNotContain("licences");
  }

  @Test
  void what_is_not_on_file_is_a_warning_and_no_more() {
    var ortiz = practitioner();
    var video = kind("Video check", Modality.VIDEO, ortiz);
    assertThat(booking(patient("AZ"), ortiz, video)).contains(NOT_ON_FILE);

    var santos = practitioner("CA");
    var phone = kind("Results", Modality.PHONE, santos);
    assertThat(booking(patient("Sonora"), santos, phone)).contains(NO_STATE);
  }

  @Test
  void a_visit_that_moves_to_somebody_without_the_licence_asks_why() {
    var ortiz = practitioner("AZ");
    var santos = practitioner("CA", "NV");
    var video = kind("Video check", Modality.VIDEO, ortiz, santos);
    var ana = patient("AZ");
    var held = client.post("/holds?patient=" + ana, choice(ortiz, video, ""));
    var visit = client.post(held.location(), Map.of("state", "AZ")).location();
    var id = visit.replaceAll(".*/visits/([^?]*).*", "$1");

    nine = nine.plusHours(1);
    assertThat(client.get("/openings?moves=" + id + "&practitioner=" + santos).body())
        .contains(MISSING);
    var moves = "/holds?patient=" + ana + "&moves=" + id;
    assertThat(client.post(moves, choice(santos, video, "")).body()).contains(MISSING);
    var there = client.post(moves, choice(santos, video, "Exempt for follow-ups"));
    client.post(
        there.location(), Map.of("version", "1", "reason", "Asked for mornings", "state", "AZ"));
    assertThat(client.get("/visits/" + id).body())
        .contains("Asked for mornings. Exempt for follow-ups");
    assertThat(lines(ana)).contains("booked ", "moved despite");
  }

  private List<String> lines(PatientId patient) {
    var lines = practice.bean(AuditLines.class);
    var end = AuditLines.endOf(Instant.now().plusSeconds(60));
    return practice
        .as(
            practice.colleague(Role.PRIVACY_OFFICER),
            () -> lines.ofPatient(practice.organization(), patient, end, 50))
        .lines()
        .stream()
        .map(line -> line.act() + " " + line.detail())
        .toList();
  }

  private String booking(PatientId patient, PractitionerId one, VisitTypeId kind) {
    return client
        .get(client.post("/holds?patient=" + patient, choice(one, kind, "")).location())
        .body();
  }

  private Map<String, Object> choice(PractitionerId one, VisitTypeId kind, String despite) {
    Map<String, Object> choice = new HashMap<>();
    choice.put("atSite", practice.site().id());
    choice.put("with", one);
    choice.put("kind", kind);
    choice.put("start", nine);
    choice.put("fold", "earlier");
    choice.put("despite", despite);
    return choice;
  }

  private PractitionerId practitioner(String... states) {
    var details =
        new Practitioner.Details("Luz", "Ortiz", "MD", "", List.of("en"), List.of(states));
    var practitioners = practice.bean(Practitioners.class);
    return practice.ask(() -> {
      var id = practitioners.add(practice.organization(), details, List.of());
      practitioners.workAt(
          id, List.of(new PractitionerRole(id, practice.site().id(), "Family medicine")));
      return id;
    });
  }

  private VisitTypeId kind(String name, Modality how, PractitionerId... givers) {
    var details = new VisitType.Details(name, 30, how, "", 0, VisitType.Patients.ANY);
    var types = practice.bean(VisitTypes.class);
    var kind = practice.ask(() -> types.add(practice.organization(), details, Set.of(), Set.of()));
    for (var giver : givers) {
      practice.seesPatientsAlways(giver, kind);
    }
    return kind;
  }

  private PatientId patient(String state) {
    var address = new PatientAddress(ContactUse.HOME, "1 Oak St", "Town", state, "", "");
    var facts =
        PersonFacts.named(PatientName.official("Ana", "Cruz"))
            .edit()
            .addresses(List.of(address))
            .done();
    var patients = practice.bean(Patients.class);
    return practice.ask(
        () -> patients.register(practice.organization(), NewPatient.saidByCaller(facts)));
  }
}
