package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier.Says;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Visit;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Three in the morning, hers: what wakes her is news of that hour, and nothing else. */
@MalasakitTest
class AtNightTest {

  private final ApplicationContext beans;
  private final int port;
  private ToldPractice clinic;
  private String number;
  private PatientId sol;

  AtNightTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void sheSleeps() {
    clinic = new ToldPractice(beans);
    number = ToldPractice.number();
    sol = clinic.sleeper(number);
  }

  @Test
  void a_booking_of_which_nobody_spoke_with_her_waits_and_one_before_her_morning_does_not() {
    var afternoon = booked(14);
    assertThat(clinic.line(afternoon.id(), Step.BOOKED).state()).isEqualTo(EntryState.HELD);
    assertThat(clinic.line(afternoon.id(), Step.BOOKED).reason()).isEqualTo("hours");
    assertThat(clinic.texts(number)).isEmpty();

    var early = booked(3);
    assertThat(clinic.line(early.id(), Step.BOOKED).state()).isEqualTo(EntryState.HANDED_OVER);
  }

  @Test
  void a_change_that_did_not_go_at_once_is_tried_again_in_her_hours() {
    var visit = booked(3);
    clinic.carrier.says(ToldPractice.e164(number), Says.no(20429));
    moved(visit);
    assertThat(clinic.line(visit.id(), Step.MOVED).reason()).isEqualTo("20429");
    clinic.carrier.reset();

    Hours.wanted(clinic, visit.id(), Step.MOVED, Duration.ofHours(2));
    clinic.due(visit.id(), Step.MOVED);
    clinic.send();
    assertThat(clinic.line(visit.id(), Step.MOVED).state()).isEqualTo(EntryState.HELD);
    assertThat(clinic.line(visit.id(), Step.MOVED).reason()).isEqualTo("hours");
  }

  @Test
  void what_a_person_sends_again_waits_for_her_hours() {
    var visit = booked(3);
    clinic.carrier.says(ToldPractice.e164(number), Says.no(21614));
    moved(visit);
    var line = clinic.line(visit.id(), Step.MOVED);
    assertThat(line.state()).isEqualTo(EntryState.REFUSED);
    clinic.carrier.reset();

    var luz = Client.on(port).as(clinic.cookie());
    var again = luz.post("/reminders/" + line.id() + "/sending", Map.of());
    assertThat(again.status()).isEqualTo(302);
    clinic.send();
    assertThat(clinic.line(visit.id(), Step.MOVED).state()).isEqualTo(EntryState.HELD);
    assertThat(clinic.line(visit.id(), Step.MOVED).reason()).isEqualTo("hours");
  }

  private Visit booked(int inHours) {
    var visit = clinic.book(sol, in(inHours));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();
    return visit;
  }

  private void moved(Visit visit) {
    var later = clinic.practice.wanted(sol, clinic.reyes, clinic.followUp, in(10));
    clinic.practice.ask(() -> clinic.bean(Bookings.class).moveNow(visit.id(), later, 1, ""));
    clinic.planned(visit.id(), Step.MOVED, 2);
    clinic.due(visit.id(), Step.MOVED);
    clinic.send();
    clinic.send();
  }

  private LocalDateTime in(int hours) {
    return clinic.now().plusHours(hours).toLocalDateTime().truncatedTo(ChronoUnit.HOURS);
  }
}
