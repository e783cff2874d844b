package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.access.Role;
import health.malasakit.access.records.RecordMark;
import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Two patients of one name on one day are told apart where they stand. */
@MalasakitTest
class NamesakesOnADayTest {

  private static final String SAME = "Same name as ";

  private final Practice practice;
  private final Patients patients;
  private final Bookings bookings;
  private final RestrictedRecords restricted;
  private final int port;
  private final PractitionerId reyes;
  private final VisitTypeId followUp;
  private final LocalDateTime nine;

  NamesakesOnADayTest(
      ApplicationContext beans,
      Patients patients,
      Bookings bookings,
      RestrictedRecords restricted,
      @LocalServerPort int port) {
    this.practice = Practice.in(beans, "America/New_York");
    this.patients = patients;
    this.bookings = bookings;
    this.restricted = restricted;
    this.port = port;
    this.reyes = practice.practitioner("Reyes");
    this.followUp = practice.type("Follow-up", 20);
    this.nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
  }

  @BeforeEach
  void openDoors() {
    practice.seesPatientsAlways(reyes, followUp);
  }

  @Test
  void each_shows_her_birth_date_and_whom_she_could_be_taken_for() {
    book("María", "dela Cruz", LocalDate.of(1990, 7, 4), nine);
    book("Maria", "de la Cruz", LocalDate.of(1962, 1, 9), nine.plusHours(1));
    book("Luz", "Bautista", LocalDate.of(1970, 7, 7), nine.plusHours(2));

    assertThat(day())
        .contains("born 4 Jul 1990", SAME + "Maria de la Cruz born 9 Jan 1962")
        .contains("born 9 Jan 1962", SAME + "María dela Cruz born 4 Jul 1990")
        .doesNotContain("born 7 Jul 1970");
  }

  @Test
  void a_restricted_record_is_nobodys_namesake() {
    book("Maria", "dela Cruz", LocalDate.of(1990, 7, 4), nine);
    var other = book("Maria", "dela Cruz", LocalDate.of(1962, 1, 9), nine.plusHours(1));
    practice.as(
        practice.colleague(Role.PRIVACY_OFFICER),
        () -> {
          restricted.mark(practice.organization(), other, RecordMark.VIP);
          return other;
        });

    assertThat(day()).contains("Maria dela Cruz").doesNotContain(SAME, "1962");
  }

  private String day() {
    return Client.on(port)
        .as(practice.cookie())
        .get("/days/" + practice.site().id() + "/" + nine.toLocalDate())
        .body();
  }

  private PatientId book(String given, String family, LocalDate born, LocalDateTime start) {
    var facts = PersonFacts.named(PatientName.official(given, family)).edit().born(born).done();
    return practice.ask(() -> {
      var patient = patients.register(practice.organization(), NewPatient.saidByCaller(facts));
      bookings.bookNow(practice.wanted(patient, reyes, followUp, start));
      return patient;
    });
  }
}
