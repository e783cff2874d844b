package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.WallTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every status with every command: what it becomes, or the code of the refusal. */
class VisitStatusTest {

  private static final WallTime NINE =
      WallTime.of(LocalDateTime.of(2026, 11, 24, 9, 0), ZoneId.of("America/New_York"));
  private static final Instant DURING = NINE.instant().plus(Duration.ofMinutes(10));

  private static final Map<String, VisitStatus> STATUSES =
      Map.of(
          "booked", new VisitStatus.Booked(),
          "arrived", new VisitStatus.Arrived(NINE.instant()),
          "done", new VisitStatus.Done(Optional.empty(), DURING),
          "missed", new VisitStatus.Missed(DURING),
          "cancelled", new VisitStatus.Cancelled(DURING, CancelledBy.PATIENT, "Feels better"));

  private static final Map<String, Function<Visit, Visit>> COMMANDS =
      Map.of(
          "arrive", visit -> visit.arrive(DURING),
          "finish", visit -> visit.finish(DURING),
          "miss", visit -> visit.miss(DURING),
          "cancel", visit -> visit.cancel(CancelledBy.CLINIC, "Doctor is ill", DURING),
          "takeBack", Visit::takeBack,
          "move", visit -> visit.moveTo(visit.place(), visit.time()));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          booked,    arrive,   arrived
          booked,    finish,   done
          booked,    miss,     missed
          booked,    cancel,   cancelled
          booked,    takeBack, visit.nothing_to_take_back
          booked,    move,     booked
          arrived,   arrive,   visit.already
          arrived,   finish,   done
          arrived,   miss,     visit.take_back_first
          arrived,   cancel,   cancelled
          arrived,   takeBack, booked
          arrived,   move,     visit.take_back_first
          done,      arrive,   visit.already
          done,      finish,   visit.already
          done,      miss,     visit.take_back_first
          done,      cancel,   visit.take_back_first
          done,      takeBack, booked
          done,      move,     visit.over
          missed,    arrive,   visit.take_back_first
          missed,    finish,   visit.take_back_first
          missed,    miss,     visit.already
          missed,    cancel,   visit.take_back_first
          missed,    takeBack, booked
          missed,    move,     visit.book_another
          cancelled, arrive,   visit.take_back_first
          cancelled, finish,   visit.take_back_first
          cancelled, miss,     visit.take_back_first
          cancelled, cancel,   visit.already
          cancelled, takeBack, booked
          cancelled, move,     visit.book_another
          """)
  void each_status_answers_each_command(String status, String command, String outcome) {
    var before = visit(STATUSES.get(status));

    assertThat(outcome(before, COMMANDS.get(command))).isEqualTo(outcome);
  }

  private static String outcome(Visit before, Function<Visit, Visit> command) {
    try {
      var after = command.apply(before);
      assertThat(after.version()).isEqualTo(before.version() + 1);
      return after.status().code();
    } catch (Refused refused) {
      return refused.code();
    }
  }

  @Test
  void a_visit_done_after_an_arrival_goes_back_to_the_arrival() {
    var arrived = visit(new VisitStatus.Booked()).arrive(DURING);

    assertThat(arrived.finish(DURING).takeBack().status()).isEqualTo(arrived.status());
  }

  @Test
  void nothing_is_marked_before_its_time() {
    var visit = visit(new VisitStatus.Booked());
    var dayBefore = NINE.instant().minus(Duration.ofDays(1));

    for (var mark :
        List.<Function<Visit, Visit>>of(
            one -> one.arrive(dayBefore),
            one -> one.finish(dayBefore),
            one -> one.miss(dayBefore))) {
      assertThat(outcome(visit, mark)).isIn("visit.other_day", "visit.not_yet");
    }
  }

  @Test
  void a_visit_that_is_over_was_missed_or_done_and_not_cancelled() {
    var after = NINE.instant().plus(Duration.ofHours(2));
    var visit = visit(new VisitStatus.Booked());

    assertThat(outcome(visit, one -> one.cancel(CancelledBy.PATIENT, "Late", after)))
        .isEqualTo("visit.over");
  }

  private static Visit visit(VisitStatus status) {
    return new Visit(
        VisitId.next(),
        OrganizationId.next(),
        PatientId.next(),
        new Visit.Place(
            SiteId.next(), Optional.of(PractitionerId.next()), Optional.of(VisitTypeId.next()), ""),
        VisitTime.of(NINE, Duration.ofMinutes(30)),
        status,
        Visit.Origin.HERE,
        1);
  }
}
