package health.malasakit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.CancelledBy;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.Visits;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The journey line of a patient's page: which visit was the last, and which comes next. */
@MalasakitTest
class LastVisitTest {

  private final Practice practice;
  private final Bookings bookings;
  private final Visits visits;
  private final Client client;
  private final PatientId ana;
  private final PractitionerId reyes;
  private final VisitTypeId followUp;
  private final LocalDateTime nine;

  LastVisitTest(
      ApplicationContext beans, Bookings bookings, Visits visits, @LocalServerPort int port) {
    this.practice = Practice.in(beans, "America/New_York");
    this.bookings = bookings;
    this.visits = visits;
    this.client = Client.on(port).as(practice.cookie());
    this.ana = practice.patient("Ana", "Cruz");
    this.reyes = practice.practitioner("Reyes");
    this.followUp = practice.type("Follow-up", 20);
    this.nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
  }

  @BeforeEach
  void openDoors() {
    practice.seesPatientsAlways(reyes, followUp);
  }

  @Test
  void nobody_who_was_never_here_has_a_last_visit() {
    assertThat(last()).contains("No visit yet");
    assertThat(next()).contains("Nothing booked");
  }

  @Test
  void a_visit_of_the_future_that_was_called_off_is_neither_last_nor_next() {
    cancel(book(nine));

    assertThat(last()).contains("No visit yet");
    assertThat(next()).contains("Nothing booked");
  }

  @Test
  void the_latest_that_took_place_is_last_and_the_earliest_booked_is_next() {
    practice.seenBefore(ana, reyes, LocalDate.of(2024, 3, 5));
    practice.seenBefore(ana, reyes, LocalDate.of(2025, 6, 10));
    cancel(book(nine));
    book(nine.plusDays(7));
    var soonest = book(nine.plusDays(1));

    assertThat(last()).contains("10 Jun").doesNotContain("5 Mar");
    assertThat(next()).contains("/visits/" + soonest.id());
  }

  @Test
  void what_happened_to_a_visit_names_the_zone_of_every_time() {
    var visit = client.get("/visits/" + book(nine).id()).body();

    assertThat(visit).containsPattern("Booked: [^<]*09:00 \\(New York\\)");
  }

  private String last() {
    return stop("Last");
  }

  private String next() {
    return stop("Next");
  }

  private String stop(String word) {
    var page = client.get("/patients/" + practice.clinic().slug() + "/" + ana).body();
    var stop =
        Pattern.compile("journey-word\">" + word + "</p>(.*?)</li>", Pattern.DOTALL).matcher(page);
    assertThat(stop.find()).isTrue();
    return stop.group(1);
  }

  private Visit book(LocalDateTime start) {
    return practice.ask(() -> bookings.bookNow(practice.wanted(ana, reyes, followUp, start)));
  }

  private void cancel(Visit visit) {
    practice.ask(
        () -> visits.cancel(visit.id(), visit.version(), CancelledBy.PATIENT, "Feels better"));
  }
}
