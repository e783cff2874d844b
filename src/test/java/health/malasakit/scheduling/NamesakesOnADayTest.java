package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.access.Role;
import health.malasakit.access.records.RecordMark;
import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Two patients of one name on one day are told apart where they stand. */
@MalasakitTest
class NamesakesOnADayTest {

  private static final String SAME = "Same name as ";

  private final FollowUps clinic;
  private final Practice practice;
  private final Patients patients;
  private final RestrictedRecords restricted;
  private final int port;
  private final LocalDateTime nine;

  NamesakesOnADayTest(
      ApplicationContext beans,
      Patients patients,
      RestrictedRecords restricted,
      @LocalServerPort int port) {
    this.clinic = FollowUps.in(beans);
    this.practice = clinic.practice();
    this.patients = patients;
    this.restricted = restricted;
    this.port = port;
    this.nine = clinic.nine();
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
    return Client.on(port).as(practice.cookie()).get(clinic.dayOf(nine)).body();
  }

  private PatientId book(String given, String family, LocalDate born, LocalDateTime start) {
    var facts = PersonFacts.named(PatientName.official(given, family)).edit().born(born).done();
    var patient =
        practice.ask(
            () -> patients.register(practice.organization(), NewPatient.saidByCaller(facts)));
    clinic.book(patient, start);
    return patient;
  }
}
