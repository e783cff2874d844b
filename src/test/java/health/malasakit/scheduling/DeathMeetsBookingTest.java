package health.malasakit.scheduling;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.malasakit.MalasakitTest;
import health.malasakit.TestDatabase;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.Lives;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A booking and the news of a death in the same moment: whichever commits first, either the booking
 * is refused or its visit goes to the clinic.
 */
@MalasakitTest
class DeathMeetsBookingTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int SECONDS_MAX = 30;

  private final Practice practice;
  private final Bookings bookings;
  private final Visits visits;
  private final VisitsToMove toMove;
  private final Lives lives;
  private final TransactionTemplate transactions;
  private final PatientId ana;
  private final PractitionerId reyes;
  private final PractitionerId santos;
  private final VisitTypeId followUp;
  private final LocalDateTime nine;
  private final CountDownLatch written = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);

  DeathMeetsBookingTest(
      ApplicationContext beans,
      Bookings bookings,
      Visits visits,
      VisitsToMove toMove,
      Lives lives,
      TransactionTemplate transactions) {
    this.practice = Practice.in(beans, whereTheDayIsYoung());
    this.bookings = bookings;
    this.visits = visits;
    this.toMove = toMove;
    this.lives = lives;
    this.transactions = transactions;
    this.ana = practice.patient("Ana", "Cruz");
    this.reyes = practice.practitioner("Reyes");
    this.santos = practice.practitioner("Santos");
    this.followUp = practice.type("Follow-up", 20);
    this.nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
  }

  @BeforeEach
  void openDoors() {
    practice.seesPatientsAlways(reyes, followUp);
    practice.seesPatientsAlways(santos, followUp);
  }

  @Test
  void a_booking_that_is_not_committed_yet_is_seen_by_the_reaction() throws Exception {
    var booking = heldOpen(() -> bookings.bookNow(wanted(reyes)));
    var death = inBackground(this::reportDeath);
    waits("patients.patient");

    go.countDown();

    var visit = booking.get(SECONDS_MAX, TimeUnit.SECONDS);
    death.get(SECONDS_MAX, TimeUnit.SECONDS);
    goToTheClinic(visit);
  }

  @Test
  void a_death_that_is_not_committed_yet_refuses_the_booking() throws Exception {
    var death = heldOpen(this::reportDeath);
    var booking = inBackground(() -> bookings.bookNow(wanted(reyes)));
    waits("scheduling.visit");

    go.countDown();

    death.get(SECONDS_MAX, TimeUnit.SECONDS);
    assertThatThrownBy(() -> booking.get(SECONDS_MAX, TimeUnit.SECONDS))
        .hasMessageContaining("has died");
    assertThat(practice.ask(() -> visits.of(practice.organization(), ana))).isEmpty();
  }

  @Test
  void a_move_to_a_colleague_at_the_same_time_does_not_pass_the_news_either() throws Exception {
    var visit = practice.ask(() -> bookings.bookNow(wanted(reyes)));
    var move = heldOpen(() -> bookings.moveNow(visit.id(), wanted(santos), 1, ""));
    var death = inBackground(this::reportDeath);
    waits("patients.patient");

    go.countDown();

    move.get(SECONDS_MAX, TimeUnit.SECONDS);
    death.get(SECONDS_MAX, TimeUnit.SECONDS);
    goToTheClinic(visit);
  }

  @Test
  void a_mark_that_is_taken_back_after_the_news_puts_the_visit_before_the_clinic() {
    var start = LocalDateTime.now(practice.site().zone().orElseThrow()).plusMinutes(6);
    var visit =
        practice.ask(() ->
            bookings.bookNow(practice.wanted(ana, reyes, followUp, start.truncatedTo(MINUTES))));
    practice.ask(() -> visits.arrive(visit.id(), 1));
    var coming = practice.ask(() -> bookings.bookNow(wanted(santos)));
    practice.ask(this::reportDeath);
    goToTheClinic(coming);

    practice.ask(() -> visits.takeBack(visit.id(), 2, "It was her sister"));

    goToTheClinic(visit, coming);
  }

  @Test
  void a_mark_that_is_taken_back_while_the_news_comes_in_is_seen_by_the_reaction()
      throws Exception {
    var start = LocalDateTime.now(practice.site().zone().orElseThrow()).plusMinutes(6);
    var visit =
        practice.ask(() ->
            bookings.bookNow(practice.wanted(ana, reyes, followUp, start.truncatedTo(MINUTES))));
    practice.ask(() -> visits.arrive(visit.id(), 1));
    var back = heldOpen(() -> visits.takeBack(visit.id(), 2, "It was her sister"));
    var death = inBackground(this::reportDeath);
    waits("patients.patient");

    go.countDown();

    back.get(SECONDS_MAX, TimeUnit.SECONDS);
    death.get(SECONDS_MAX, TimeUnit.SECONDS);
    goToTheClinic(visit);
  }

  /**
   * Two zones far apart: in one of them the day has some hours left. Neither moves its clocks, so
   * there is no hour that is missing or comes twice.
   */
  private static String whereTheDayIsYoung() {
    int hour = LocalDateTime.now(ZoneId.of("America/Puerto_Rico")).getHour();
    return hour < 21 ? "America/Puerto_Rico" : "Pacific/Guam";
  }

  private void goToTheClinic(Visit... all) {
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(practice.ask(toMove::list))
                .extracting(one -> one.visit().id())
                .containsExactlyInAnyOrder(Stream.of(all).map(Visit::id).toArray(VisitId[]::new)));
  }

  private boolean reportDeath() {
    lives.reportDeceased(practice.organization(), ana, "her daughter, by phone", Optional.empty());
    return true;
  }

  /** Does it in a transaction that is left open until {@link #go}. */
  private <T> CompletableFuture<T> heldOpen(Supplier<T> work) throws InterruptedException {
    var done =
        inBackground(() ->
            transactions.execute(tx -> {
              var result = work.get();
              written.countDown();
              return passed(go) ? result : null;
            }));
    assertThat(written.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    return done;
  }

  private <T> CompletableFuture<T> inBackground(Supplier<T> work) {
    return CompletableFuture.supplyAsync(() -> practice.ask(work), Thread::startVirtualThread);
  }

  private static boolean passed(CountDownLatch latch) {
    try {
      return latch.await(SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Until a statement about this table waits for the other transaction. */
  private static void waits(String table) {
    await().atMost(SOON).until(() -> waiting(table));
  }

  private static boolean waiting(String table) throws SQLException {
    try (var other = TestDatabase.superuser(TestDatabase.address());
        var statement =
            other.prepareStatement(
                "select count(*) > 0 from pg_stat_activity where wait_event_type = 'Lock' and query like ?")) {
      statement.setString(1, "%" + table + "%");
      try (var row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private TimeWanted wanted(PractitionerId practitioner) {
    return practice.wanted(ana, practitioner, followUp, nine);
  }
}
