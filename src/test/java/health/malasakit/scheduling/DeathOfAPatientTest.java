package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.Lives;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What becomes of the visits of a patient who has died. */
@MalasakitTest
class DeathOfAPatientTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final FollowUps clinic;
  private final Practice practice;
  private final Bookings bookings;
  private final Visits visits;
  private final VisitsToMove toMove;
  private final Lives lives;
  private final int port;
  private final PatientId ana;
  private final PatientId bea;
  private final LocalDateTime nine;

  DeathOfAPatientTest(
      ApplicationContext beans,
      Bookings bookings,
      Visits visits,
      VisitsToMove toMove,
      Lives lives,
      @LocalServerPort int port) {
    this.clinic = FollowUps.in(beans);
    this.practice = clinic.practice();
    this.bookings = bookings;
    this.visits = visits;
    this.toMove = toMove;
    this.lives = lives;
    this.port = port;
    this.ana = practice.patient("Ana", "Cruz");
    this.bea = practice.patient("Bea", "Cruz");
    this.nine = clinic.nine();
  }

  @Test
  void her_coming_visits_go_to_the_clinic_and_nobody_is_called_about_them() {
    var hers = clinic.book(ana, nine);
    clinic.book(bea, nine.plusHours(1));

    practice.run(() -> reportDeath(ana));

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(practice.ask(toMove::list)).containsExactly(new VisitToMove(hers, true)));
    assertThat(Client.on(port).as(practice.cookie()).get("/").body()).contains("href=\"/to-move\"");
    var page = Client.on(port).as(practice.cookie()).get("/to-move").body();
    assertThat(page)
        .contains("We have word that this patient has died: call nobody about it", "Ana Cruz")
        .contains("href=\"/visits/" + hers.id())
        .doesNotContain("moves=" + hers.id(), "Bea Cruz");
    assertThat(Client.on(port).as(practice.cookie()).get("/visits/" + hers.id()).body())
        .contains("Nobody is called about this visit", "<option value=\"clinic\" selected")
        .doesNotContain("moves=" + hers.id(), "/openings?patient=");
    assertThatThrownBy(() ->
            practice.ask(() ->
                bookings.moveNow(
                    hers.id(),
                    clinic.wanted(ana, nine.plusHours(2)),
                    hers.version(),
                    "another day")))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.code()).isEqualTo("patient.deceased"));
    practice.ask(() -> visits.cancel(hers.id(), hers.version(), CancelledBy.CLINIC, "She died"));
    assertThat(practice.ask(toMove::list)).isEmpty();
  }

  @Test
  void when_the_news_was_a_mistake_they_are_booked_as_before() {
    var hers = clinic.book(ana, nine);
    practice.run(() -> reportDeath(ana));
    await().atMost(SOON).until(() -> !practice.ask(toMove::list).isEmpty());

    practice.run(() -> lives.takeBack(practice.organization(), ana));

    await().atMost(SOON).until(() -> practice.ask(toMove::list).isEmpty());
    assertThat(practice.ask(() -> visits.get(hers.id())).status())
        .isInstanceOf(VisitStatus.Booked.class);
  }

  private void reportDeath(PatientId patient) {
    lives.reportDeceased(
        practice.organization(), patient, "her daughter, by phone", Optional.empty());
  }
}
