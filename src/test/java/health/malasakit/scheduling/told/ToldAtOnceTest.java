package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.CancelledBy;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.Visits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Visits that are booked, moved and cancelled in the same moment, each planned by several. */
@MalasakitTest
class ToldAtOnceTest {

  private static final int VISITS = 24;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ApplicationContext beans;
  private ToldPractice clinic;
  private PatientId ana;

  ToldAtOnceTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @BeforeEach
  void aClinicThatTells() {
    clinic = new ToldPractice(beans);
    ana = clinic.patient("Ana", ToldPractice.number(), "en");
  }

  @Test
  void what_is_planned_tells_of_each_visit_as_it_stands_in_the_end() throws Exception {
    List<Visit> visits;
    try (var people = Executors.newFixedThreadPool(4)) {
      visits =
          people
              .invokeAll(
                  IntStream.range(0, VISITS)
                      .<java.util.concurrent.Callable<Visit>>mapToObj(nth -> () -> changed(nth))
                      .toList())
              .stream()
              .map(java.util.concurrent.Future::resultNow)
              .toList();
    }
    await().atMost(PATIENCE).until(() -> waiting() == 0);

    for (var visit : visits) {
      var unsent = clinic.lines(visit.id()).stream().filter(one -> one.state().unsent()).toList();
      if (visit.status().code().equals("cancelled")) {
        assertThat(unsent).isEmpty();
      } else {
        assertThat(unsent).extracting(Entry::version).containsOnly(visit.version());
        assertThat(unsent)
            .extracting(Entry::step)
            .containsExactlyInAnyOrder(Step.BOOKED, Step.WEEK, Step.THREE_DAYS, Step.DAY);
      }
    }
  }

  /** Booked and moved; each third is cancelled then. */
  private Visit changed(int nth) {
    var booked = clinic.book(ana, clinic.inDays(10 + nth, 9));
    var later =
        clinic.practice.wanted(ana, clinic.reyes, clinic.followUp, clinic.inDays(10 + nth, 15));
    var moved =
        clinic.practice.ask(() -> clinic.bean(Bookings.class).moveNow(booked.id(), later, 1, ""));
    return nth % 3 == 0
        ? clinic.practice.ask(() ->
            clinic
                .bean(Visits.class)
                .cancel(moved.id(), moved.version(), CancelledBy.PATIENT, "by mistake"))
        : moved;
  }

  private int waiting() {
    return clinic
        .bean(JdbcClient.class)
        .sql(
            "select count(*) from kernel.event_publication where strpos(serialized_event, :clinic) > 0")
        .param("clinic", clinic.practice.organization().toString())
        .query(Integer.class)
        .single();
  }
}
