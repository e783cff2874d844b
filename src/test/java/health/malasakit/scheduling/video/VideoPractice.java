package health.malasakit.scheduling.video;

import health.malasakit.Client;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.PractitionerRole;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitType.Modality;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.directory.VisitTypes;
import health.malasakit.directory.video.JoinAddress;
import health.malasakit.directory.video.VideoRooms;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PatientPhone;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.scheduling.Practice;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** Ana, and two who see patients by video: Reyes has a standing room, Santos has none. */
final class VideoPractice {

  static final String ROOM = "https://meet.example.org/reyes";

  final Practice practice;
  final Client client;
  final PractitionerId reyes;
  final PractitionerId santos;
  final VisitTypeId video;
  final PatientId ana;
  private LocalDateTime nine;

  VideoPractice(ApplicationContext beans, int port) {
    practice = Practice.in(beans, "America/New_York");
    client = Client.on(port).as(practice.cookie());
    reyes = practitioner("Reyes", "NY", "NJ");
    santos = practitioner("Santos", "OR");
    video = kind();
    ana = patient();
    nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
    practice.run(() ->
        practice
            .bean(VideoRooms.class)
            .set(practice.organization(), reyes, JoinAddress.read(ROOM)));
  }

  /** From now on everything is an hour later. */
  VideoPractice later() {
    nine = nine.plusHours(1);
    return this;
  }

  LocalDateTime start() {
    return nine;
  }

  String hold(PractitionerId with) {
    return client.post("/holds?patient=" + ana, choice(with)).location();
  }

  /** Held although her address, of which nothing is on file, could speak against it. */
  String moving(String id, PractitionerId with) {
    return client.post("/holds?patient=" + ana + "&moves=" + id, choice(with)).location();
  }

  private Map<String, Object> choice(PractitionerId with) {
    return Map.of(
        "atSite", practice.site().id(),
        "with", with,
        "kind", video,
        "start", nine,
        "fold", "earlier");
  }

  Client.Answer json(String more) {
    return client.json("/api/appointments", body(more));
  }

  String body(String more) {
    return """
    {"patient": "%s", "site": "%s", "practitioner": "%s", "visitType": "%s",
     "start": "%s", "zone": "America/New_York"%s}
    """
        .formatted(ana, practice.site().id(), reyes, video, nine, more);
  }

  private PractitionerId practitioner(String family, String... states) {
    var details = new Practitioner.Details("Ana", family, "MD", "", List.of("en"), List.of(states));
    return practice.ask(() -> {
      var practitioners = practice.bean(Practitioners.class);
      var id = practitioners.add(practice.organization(), details, List.of());
      practitioners.workAt(
          id, List.of(new PractitionerRole(id, practice.site().id(), "Family medicine")));
      return id;
    });
  }

  private VisitTypeId kind() {
    var details =
        new VisitType.Details("Video check", 30, Modality.VIDEO, "", 0, VisitType.Patients.ANY);
    var kind =
        practice.ask(() ->
            practice
                .bean(VisitTypes.class)
                .add(practice.organization(), details, Set.of(), Set.of()));
    practice.seesPatientsAlways(reyes, kind);
    practice.seesPatientsAlways(santos, kind);
    return kind;
  }

  private PatientId patient() {
    var facts =
        PersonFacts.named(PatientName.official("Ana", "Cruz"))
            .edit()
            .born(LocalDate.of(1985, 3, 12))
            .phones(List.of(new PatientPhone(ContactUse.MOBILE, Phone.of("(212) 555-0123"))))
            .done();
    return practice.ask(() ->
        practice
            .bean(Patients.class)
            .register(practice.organization(), NewPatient.saidByCaller(facts)));
  }
}
