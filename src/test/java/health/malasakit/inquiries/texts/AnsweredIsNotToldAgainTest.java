package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.MalasakitTest;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.PatientId;
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
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
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
  private Practice practice;
  private PatientId ana;
  private PractitionerId doctor;
  private Visit visit;

  AnsweredIsNotToldAgainTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void aClinicThatTells() {
    clinic = new TextedClinic(beans, port);
    practice = clinic.practice();
    practice.run(() ->
        beans.getBean(Rules.class).set(practice.organization(), new Rules.Said(true, Rule.USUAL)));
    doctor = practice.practitioner("Reyes");
    ana = clinic.patient("Ana", "Reyes", "en");
  }

  @Test
  void x_stops_the_reminders_and_undo_brings_them_back() {
    told(practice.type("Follow-up", 30));

    thatIsToldOnce(Step.BOOKED, 1);
  }

  @Test
  void by_video_too_of_which_she_is_reminded_until_it_ends() {
    var details =
        new VisitType.Details(
            "Video check", 30, VisitType.Modality.VIDEO, "", 0, VisitType.Patients.ANY);
    told(
        practice.ask(() ->
            beans
                .getBean(VisitTypes.class)
                .add(practice.organization(), details, Set.of(), Set.of())));
    lines(all -> of(Step.TWO_HOURS, EntryState.PLANNED, all));

    thatIsToldOnce(Step.BOOKED, 1);
  }

  @Test
  void moved_before_as_well_when_she_was_told_of_that() {
    var type = practice.type("Follow-up", 30);
    told(type);
    var wanted = practice.wanted(ana, doctor, type, at(11));
    visit =
        practice.ask(() ->
            beans.getBean(Bookings.class).moveNow(visit.id(), wanted, visit.version(), "her wish"));
    lines(all -> of(Step.MOVED, EntryState.PLANNED, all));
    new NamedVisits(clinic).moved(ana, visit);

    thatIsToldOnce(Step.MOVED, 2);
  }

  /** Of a visit on the day before which an hour is right in every state and territory. */
  private void told(VisitTypeId type) {
    practice.seesPatientsAlways(doctor, type);
    var wanted = practice.wanted(ana, doctor, type, at(18));
    visit = practice.ask(() -> beans.getBean(Bookings.class).bookNow(wanted));
    lines(all -> of(Step.DAY, EntryState.PLANNED, all));
    new NamedVisits(clinic).name(ana, visit);
  }

  private LocalDateTime at(int hour) {
    return practice.next(DayOfWeek.WEDNESDAY).plusWeeks(1).atTime(hour, 0);
  }

  private void thatIsToldOnce(Step told, int version) {
    clinic.texts("X");

    assertThat(clinic.answers().getLast()).contains("is cancelled");
    var stopped = lines(all -> all.stream().noneMatch(one -> one.state().unsent()));
    assertThat(stopped).noneMatch(one -> one.step() == Step.CANCELLED);

    clinic.texts("UNDO");

    assertThat(clinic.answers().getLast()).contains("stands again");
    var again = lines(all -> of(Step.DAY, EntryState.PLANNED, all));
    assertThat(again)
        .filteredOn(one -> one.step().confirms() && one.version() >= version)
        .as("told of it once")
        .extracting(Entry::step)
        .containsExactly(told);
    assertThat(again).noneMatch(one -> one.step() == Step.CANCELLED);
  }

  private static boolean of(Step step, EntryState state, List<Entry> lines) {
    return lines.stream().anyMatch(one -> one.step() == step && one.state() == state);
  }

  private List<Entry> lines(Predicate<List<Entry>> until) {
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
