package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.MalasakitTest;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Ledger;
import health.malasakit.messaging.ledger.Rule;
import health.malasakit.messaging.ledger.Rules;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.Visit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who cancels by text was answered then: the ledger tells nothing of it once more. */
@MalasakitTest
class AnsweredIsNotToldAgainTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ApplicationContext beans;
  private final int port;
  private TextedClinic clinic;
  private Visit visit;

  AnsweredIsNotToldAgainTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aVisitOfWhichIsTold() {
    clinic = new TextedClinic(beans, port);
    Practice practice = clinic.practice();
    practice.run(() ->
        beans.getBean(Rules.class).set(practice.organization(), new Rules.Said(true, Rule.USUAL)));
    var doctor = practice.practitioner("Reyes");
    var type = practice.type("Follow-up", 30);
    practice.seesPatientsAlways(doctor, type);
    var ana = clinic.patient("Ana", "Reyes", "en");
    var at = practice.next(DayOfWeek.MONDAY).plusWeeks(1).atTime(9, 0);
    visit =
        practice.ask(
            () -> beans.getBean(Bookings.class).bookNow(practice.wanted(ana, doctor, type, at)));
    lines(all -> of(Step.DAY, EntryState.PLANNED, all));
    new NamedVisits(clinic).name(ana, visit);
  }

  @Test
  void x_stops_the_reminders_and_undo_brings_them_back() {
    clinic.texts("X");

    assertThat(clinic.answers().getLast()).contains("is cancelled");
    var stopped = lines(all -> of(Step.DAY, EntryState.CANCELLED, all));
    assertThat(stopped).noneMatch(one -> one.step() == Step.CANCELLED);

    clinic.texts("UNDO");

    assertThat(clinic.answers().getLast()).contains("stands again");
    var again = lines(all -> of(Step.DAY, EntryState.PLANNED, all));
    assertThat(again.stream().filter(one -> one.step() == Step.BOOKED))
        .as("told of the booking once")
        .hasSize(1);
    assertThat(again).noneMatch(one -> one.step() == Step.CANCELLED);
  }

  private static boolean of(Step step, EntryState state, List<Entry> lines) {
    return lines.stream().anyMatch(one -> one.step() == step && one.state() == state);
  }

  private List<Entry> lines(Predicate<List<Entry>> until) {
    var practice = clinic.practice();
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                practice.ask(() ->
                    beans
                        .getBean(Ledger.class)
                        .ofVisit(practice.organization(), visit.id().value())),
            until);
  }
}
