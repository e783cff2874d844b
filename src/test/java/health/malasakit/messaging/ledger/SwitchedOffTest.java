package health.malasakit.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.CancelledBy;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.Visits;
import health.malasakit.scheduling.told.Hours;
import health.malasakit.scheduling.told.ToldPractice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A clinic says in the midst of a run that nothing more goes out. */
@MalasakitTest
class SwitchedOffTest {

  private final ApplicationContext beans;
  private ToldPractice clinic;
  private PatientId ana;

  SwitchedOffTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @Test
  void what_was_taken_up_and_is_not_written_down_stays_where_it_is() {
    clinic = new ToldPractice(beans);
    var ana = clinic.patient("Ana", ToldPractice.number(), "en");
    var visit = clinic.book(ana, clinic.inDays(5, 9));
    var line =
        clinic.planned(visit.id(), Step.BOOKED, 1).stream()
            .filter(one -> one.step() == Step.BOOKED)
            .toList()
            .getFirst();
    clinic.sends(false);
    clinic.due(visit.id(), Step.BOOKED);
    int changed =
        Scopes.call(
            Scope.job(line.organization(), "messages"),
            () -> beans.getBean(Sending.class).send(line.organization(), List.of(line.id())));

    assertThat(changed).isZero();
    var stands =
        Scopes.call(
            Scope.job(line.organization(), "messages"),
            () -> beans.getBean(Ledger.class).ofVisit(line.organization(), visit.id().value()));
    assertThat(stands).isNotEmpty().allMatch(one -> one.state() == EntryState.PLANNED);
  }

  @Test
  void switched_on_again_within_a_day_it_tells_what_it_had_not_told() {
    var visit = booked();
    Hours.dueSince(clinic, visit, Step.BOOKED, Duration.ofHours(20));
    off(Duration.ofHours(50), Duration.ZERO);
    assertThat(decided(visit, Step.BOOKED).state()).isEqualTo(EntryState.HANDED_OVER);
  }

  @Test
  void what_waited_for_days_is_told_by_a_clinic_that_was_off_for_a_minute() {
    var visit = booked();
    Hours.dueSince(clinic, visit, Step.BOOKED, Duration.ofHours(60));
    off(Duration.ofMinutes(1), Duration.ZERO);
    assertThat(decided(visit, Step.BOOKED).state()).isEqualTo(EntryState.HANDED_OVER);
  }

  @Test
  void what_waited_for_another_hour_while_the_clinic_was_off_is_as_old_as_that_hour() {
    var visit = booked();
    Hours.wanted(clinic, visit, Step.BOOKED, Duration.ofHours(60));
    clinic.due(visit, Step.BOOKED);
    off(Duration.ofHours(50), Duration.ZERO);
    assertThat(decided(visit, Step.BOOKED).state()).isEqualTo(EntryState.HANDED_OVER);
  }

  @Test
  void switched_off_again_at_once_it_was_off_all_the_time() {
    var visit = booked();
    Hours.dueSince(clinic, visit, Step.BOOKED, Duration.ofHours(60));
    off(Duration.ofHours(50), Duration.ofHours(1));
    off(Duration.ofMinutes(59), Duration.ZERO);
    assertThat(decided(visit, Step.BOOKED).reason()).isEqualTo("off");
  }

  @Test
  void an_old_booking_is_told_to_nobody_after_more_than_a_day_and_once_it_is_moved_as_a_booking() {
    var visit = booked();
    Hours.dueSince(clinic, visit, Step.BOOKED, Duration.ofHours(30));
    off(Duration.ofHours(29), Duration.ZERO);
    var line = decided(visit, Step.BOOKED);
    assertThat(line.state()).isEqualTo(EntryState.CANCELLED);
    assertThat(line.reason()).isEqualTo("off");

    var later = clinic.practice().wanted(ana, clinic.reyes, clinic.followUp, clinic.inDays(6, 10));
    clinic.practice().ask(() -> beans.getBean(Bookings.class).moveNow(visit, later, 1, ""));
    clinic.planned(visit, Step.BOOKED, 2);
    clinic.due(visit, Step.BOOKED);
    assertThat(decided(visit, Step.BOOKED).state()).isEqualTo(EntryState.HANDED_OVER);
    assertThat(lines(visit)).extracting(Entry::step).doesNotContain(Step.MOVED);
  }

  @Test
  void an_old_change_is_told_by_a_person() {
    var visit = booked();
    clinic.due(visit, Step.BOOKED);
    assertThat(decided(visit, Step.BOOKED).state()).isEqualTo(EntryState.HANDED_OVER);
    clinic
        .practice()
        .run(() -> beans.getBean(Visits.class).cancel(visit, 1, CancelledBy.CLINIC, "Dr. is away"));
    clinic.planned(visit, Step.CANCELLED, 2);
    Hours.dueSince(clinic, visit, Step.CANCELLED, Duration.ofHours(30));
    off(Duration.ofHours(29), Duration.ZERO);
    var cancelled = decided(visit, Step.CANCELLED);
    assertThat(cancelled.state()).isEqualTo(EntryState.REFUSED);
    assertThat(cancelled.open()).as("a person sees to it").isTrue();

    clinic.practice().run(() -> beans.getBean(Ledger.class).again(cancelled.id()));
    assertThat(decided(visit, Step.CANCELLED).state()).isEqualTo(EntryState.HANDED_OVER);
  }

  private VisitId booked() {
    clinic = new ToldPractice(beans);
    ana = clinic.patient("Ana", ToldPractice.number(), "en");
    var visit = clinic.book(ana, clinic.inDays(5, 9));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    return visit.id();
  }

  /** Nothing went out from so long ago until then, though the clinic had said so before. */
  private void off(Duration ago, Duration until) {
    says(false, ago);
    says(true, until);
  }

  private void says(boolean sends, Duration ago) {
    var said = new Rules.Said(sends, Rule.USUAL);
    var organization = clinic.practice().organization();
    clinic
        .practice()
        .run(() ->
            beans
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(status ->
                    beans
                        .getBean(RuleStore.class)
                        .add(organization, said, Instant.now().minus(ago))));
  }

  private Entry decided(VisitId visit, Step step) {
    clinic.send();
    return await().until(() -> line(visit, step), SwitchedOffTest::isDecided);
  }

  private static boolean isDecided(Entry line) {
    return !line.state().unsent() && line.state() != EntryState.SENDING;
  }

  private Entry line(VisitId visit, Step step) {
    return lines(visit).stream()
        .filter(one -> one.step() == step)
        .reduce((early, late) -> late)
        .orElseThrow();
  }

  private List<Entry> lines(VisitId visit) {
    var organization = clinic.practice().organization();
    return clinic
        .practice()
        .ask(() -> beans.getBean(Ledger.class).ofVisit(organization, visit.value()));
  }
}
