package health.malasakit.scheduling.ended;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.Recurring;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Hold;
import health.malasakit.scheduling.Holds;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.Visits;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Held times that nobody booked leave nothing behind. */
@MalasakitTest
class EndedHoldsTest {

  private final ApplicationContext beans;
  private final Holds holds;
  private final Bookings bookings;
  private final Visits visits;
  private final EndedHolds ended;
  private final JdbcClient jdbc;

  private Practice practice;
  private PractitionerId reyes;
  private VisitTypeId followUp;
  private LocalDateTime nine;

  EndedHoldsTest(
      ApplicationContext beans,
      Holds holds,
      Bookings bookings,
      Visits visits,
      EndedHolds ended,
      JdbcClient jdbc) {
    this.beans = beans;
    this.holds = holds;
    this.bookings = bookings;
    this.visits = visits;
    this.ended = ended;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void aClinic() {
    practice = Practice.in(beans, "America/New_York");
    reyes = practice.practitioner("Reyes");
    followUp = practice.type("Follow-up", 30);
    practice.seesPatientsAlways(reyes, followUp);
    nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
  }

  @Test
  void a_hold_that_ended_long_ago_goes_and_one_that_lasts_stays() {
    var left = hold("Ana", nine);
    var lasting = hold("Ben", nine.plusHours(1));
    var justEnded = hold("Cara", nine.plusHours(2));
    end(left, 61);
    end(justEnded, 5);

    assertThat(ended.prune(practice.organization()))
        .as("two rows of time and the hold")
        .isEqualTo(3);

    assertThat(rows("scheduling.hold", "id", left)).isZero();
    assertThat(rows("scheduling.occupancy", "holder_id", left)).isZero();
    assertThat(rows("scheduling.hold", "id", justEnded)).isEqualTo(1);
    assertThat(rows("scheduling.occupancy", "holder_id", lasting)).isEqualTo(2);
    assertThat(ended.prune(practice.organization())).isZero();
  }

  @Test
  void a_time_that_ended_long_ago_and_was_booked_all_the_same_stays_taken() {
    var held = hold("Ana", nine);
    end(held, 61);
    var visit = practice.ask(() -> bookings.book(held.id()));

    ended.prune(practice.organization());

    assertThat(practice.ask(() -> visits.get(visit.id()))).isEqualTo(visit);
    assertThat(rows("scheduling.occupancy", "holder_id", held)).isEqualTo(2);
  }

  @Test
  void who_books_while_it_is_pruned_has_all_of_her_time_or_hears_that_it_is_gone()
      throws Exception {
    try (var both = Executors.newFixedThreadPool(2)) {
      for (int n = 0; n < 20; n++) {
        var held = hold("Ana", nine.plusMinutes(30L * (n % 10)).plusWeeks(n / 10));
        end(held, 61);
        var start = new CyclicBarrier(2);
        var pruned =
            both.submit(() -> {
              start.await();
              return ended.prune(practice.organization());
            });
        var booked =
            both.submit(() -> {
              start.await();
              return booked(held);
            });

        pruned.get();
        assertThat(rows("scheduling.occupancy", "holder_id", held)).isEqualTo(booked.get() ? 2 : 0);
        assertThat(rows("scheduling.hold", "id", held)).isZero();
      }
    }
  }

  private boolean booked(Hold held) {
    try {
      practice.ask(() -> bookings.book(held.id()));
      return true;
    } catch (Refused gone) {
      return false;
    }
  }

  @Test
  void a_job_does_it_every_hour() {
    assertThat(beans.getBeansOfType(Recurring.class).values())
        .extracting(Recurring::name)
        .contains("scheduling.ended-holds");
  }

  private Hold hold(String given, LocalDateTime start) {
    var patient = practice.patient(given, "Cruz");
    return practice.ask(() -> holds.hold(practice.wanted(patient, reyes, followUp, start)));
  }

  private void end(Hold hold, int minutesAgo) {
    for (var row :
        List.of(
            "hold set until = %s where id = :id",
            "occupancy set until = %s where holder_id = :id")) {
      asJob(() ->
          jdbc.sql("update scheduling." + row.formatted("now() - make_interval(mins => :minutes)"))
              .param("minutes", minutesAgo)
              .param("id", hold.id().value())
              .update());
    }
  }

  private long rows(String table, String column, Hold hold) {
    return asJob(() ->
        jdbc.sql("select count(*) from " + table + " where " + column + " = :id")
            .param("id", hold.id().value())
            .query(Long.class)
            .single());
  }

  private <T> T asJob(java.util.function.Supplier<T> work) {
    return Scopes.call(
        Scope.job(practice.organization(), "test"),
        () -> beans.getBean(TransactionTemplate.class).execute(status -> work.get()));
  }
}
