package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.Attestations;
import health.malasakit.messaging.ConsentAnswer;
import health.malasakit.messaging.PriorOptOuts;
import health.malasakit.messaging.ledger.Entry;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Ledger;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.CancelledBy;
import health.malasakit.scheduling.Visits;
import health.malasakit.scheduling.answers.Confirmation;
import health.malasakit.scheduling.answers.VisitConfirmations;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What a patient hears of her visit by text, from booking to the day before. */
@MalasakitTest
class ToldVisitsTest {

  private final ApplicationContext beans;
  private ToldPractice clinic;
  private String number;
  private PatientId ana;

  ToldVisitsTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @BeforeEach
  void aClinicThatTells() {
    clinic = new ToldPractice(beans);
    number = ToldPractice.number();
    ana = clinic.patient("Ana", number, "en");
  }

  @Test
  void a_booking_is_told_once_and_its_reminders_are_planned_at_her_hours() {
    var visit = clinic.book(ana, clinic.inDays(10, 14));
    var lines = clinic.planned(visit.id(), Step.BOOKED, 1);

    assertThat(lines.stream().map(Entry::step))
        .containsExactlyInAnyOrder(Step.BOOKED, Step.WEEK, Step.THREE_DAYS, Step.DAY);
    assertThat(clinic.line(visit.id(), Step.THREE_DAYS).dueAt())
        .isEqualTo(clinic.inDays(7, 10).atZone(clinic.now().getZone()).toInstant());

    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();

    var texts = clinic.texts(number, 1);
    assertThat(texts).hasSize(1);
    assertThat(texts.getFirst())
        .startsWith("Lakeside: your appointment is booked for ")
        .contains(" at 2:00 PM (")
        .contains("at 12 Main St, Albany, NY")
        .endsWith("Reply STOP to end texts.")
        .doesNotContain("Follow-up", "Reyes", "Ana");
    assertThat(clinic.line(visit.id(), Step.BOOKED).state()).isEqualTo(EntryState.HANDED_OVER);
    clinic.send();
    assertThat(clinic.texts(number)).hasSize(1);
  }

  @Test
  void a_move_tells_the_new_time_and_the_old_reminders_never_go() {
    var visit = clinic.book(ana, clinic.inDays(10, 14));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();

    clinic.practice.ask(() ->
        clinic
            .bean(Bookings.class)
            .moveNow(
                visit.id(),
                clinic.practice.wanted(ana, clinic.reyes, clinic.followUp, clinic.inDays(11, 15)),
                1,
                ""));
    clinic.planned(visit.id(), Step.MOVED, 2);
    clinic.due(visit.id(), Step.MOVED, Step.DAY, Step.THREE_DAYS);
    clinic.send();

    assertThat(clinic.texts(number, 2)).hasSize(2).last().asString().contains("3:00 PM");
    assertThat(clinic.lines(visit.id()).stream().filter(one -> one.version() == 1))
        .allMatch(one -> one.step() == Step.BOOKED || one.state() == EntryState.CANCELLED);
  }

  @Test
  void a_booking_that_is_cancelled_before_anybody_was_told_is_told_to_nobody() {
    var visit = clinic.book(ana, clinic.inDays(5, 9));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.practice.ask(
        () -> clinic.bean(Visits.class).cancel(visit.id(), 1, CancelledBy.PATIENT, "by mistake"));

    org.awaitility.Awaitility.await()
        .until(() ->
            clinic.lines(visit.id()).stream().allMatch(one -> one.state() == EntryState.CANCELLED));
    clinic.send();
    assertThat(clinic.texts(number)).isEmpty();
  }

  @Test
  void who_said_no_is_not_written_to_and_stands_there_for_a_call() {
    clinic.says(ana, number, ConsentAnswer.REFUSED);
    var visit = clinic.book(ana, clinic.inDays(5, 9));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();

    var line = clinic.line(visit.id(), Step.BOOKED);
    assertThat(line.state()).isEqualTo(EntryState.REFUSED);
    assertThat(line.reason()).isEqualTo("said_no");
    assertThat(line.open()).isTrue();
    assertThat(clinic.texts(number)).isEmpty();
  }

  @Test
  void who_was_never_asked_is_written_to_only_once_the_clinic_attested_its_files() {
    var unasked = ToldPractice.number();
    var ben = clinic.unasked("Ben", unasked, "en");
    var first = clinic.book(ben, clinic.inDays(5, 9));
    clinic.planned(first.id(), Step.BOOKED, 1);
    clinic.due(first.id(), Step.BOOKED);
    clinic.send();
    assertThat(clinic.line(first.id(), Step.BOOKED).reason()).isEqualTo("no_basis");

    var organization = clinic.practice.organization();
    var today = LocalDate.now(ZoneOffset.UTC);
    clinic.practice.run(() -> {
      clinic.bean(PriorOptOuts.class).none(organization, "Dr. Reyes", today, "Nobody.");
      clinic
          .bean(Attestations.class)
          .say(organization, "Dr. Reyes", today, "The numbers were given to us for care.");
    });
    var second = clinic.book(ben, clinic.inDays(5, 11));
    clinic.planned(second.id(), Step.BOOKED, 1);
    clinic.due(second.id(), Step.BOOKED);
    clinic.send();
    assertThat(clinic.texts(unasked, 1)).hasSize(1);
  }

  @Test
  void two_visits_of_a_household_are_one_message_with_a_line_each() {
    var sister = clinic.patient("Bea", number, "en");
    var sisters = clinic.book(sister, clinic.inDays(5, 10));
    clinic.planned(sisters.id(), Step.THREE_DAYS, 1);
    var hers = clinic.book(ana, clinic.inDays(5, 9));
    clinic.planned(hers.id(), Step.THREE_DAYS, 1);
    clinic.due(hers.id(), Step.THREE_DAYS);
    clinic.due(sisters.id(), Step.THREE_DAYS);
    clinic.send();

    assertThat(clinic.texts(number, 1)).hasSize(1);
    assertThat(clinic.texts(number).getFirst())
        .contains("1) Ana, ", "2) Bea, ", "we then ask which one");
    assertThat(clinic.line(hers.id(), Step.THREE_DAYS).state()).isEqualTo(EntryState.HANDED_OVER);
    assertThat(clinic.line(sisters.id(), Step.THREE_DAYS).state())
        .isEqualTo(EntryState.HANDED_OVER);
  }

  @Test
  void two_reminders_of_one_day_are_one_message_though_one_is_due_hours_later() {
    var hers = clinic.book(ana, clinic.inDays(5, 9));
    var other = clinic.book(ana, clinic.inDays(5, 10));
    clinic.planned(hers.id(), Step.DAY, 1);
    clinic.planned(other.id(), Step.DAY, 1);
    Hours.comeIn(clinic, other.id(), Step.DAY, Duration.ofHours(2));
    clinic.due(hers.id(), Step.DAY);
    clinic.send();

    assertThat(clinic.texts(number, 1)).hasSize(1).first().asString().contains("1) ", "2) ");
    assertThat(clinic.line(other.id(), Step.DAY).state()).isEqualTo(EntryState.HANDED_OVER);
  }

  @Test
  void she_reads_it_in_her_language_and_who_reads_another_gets_one_line_and_a_call() {
    var spanish = ToldPractice.number();
    var rosa = clinic.patient("Rosa", spanish, "es");
    var korean = ToldPractice.number();
    var min = clinic.patient("Min", korean, "ko");
    var one = clinic.book(rosa, clinic.inDays(5, 9));
    var two = clinic.book(min, clinic.inDays(5, 10));
    clinic.planned(one.id(), Step.BOOKED, 1);
    clinic.planned(two.id(), Step.BOOKED, 1);
    clinic.due(one.id(), Step.BOOKED);
    clinic.due(two.id(), Step.BOOKED);
    clinic.send();

    assertThat(clinic.texts(spanish, 1).getFirst()).contains("su cita quedó para el ", "a.m. (");
    assertThat(clinic.texts(korean, 1).getFirst())
        .contains("한국어 도움이 필요하시면", "your appointment is booked for");
    assertThat(clinic.line(two.id(), Step.BOOKED).reason()).isEqualTo("language");
  }

  @Test
  void at_night_a_reminder_waits_and_a_change_of_tomorrows_visit_does_not() {
    var asleep = new ToldPractice(beans);
    var her = ToldPractice.number();
    var patient = asleep.sleeper(her);
    var later = asleep.book(patient, asleep.inDays(5, 9));
    asleep.planned(later.id(), Step.BOOKED, 1);
    asleep.due(later.id(), Step.BOOKED);
    asleep.send();
    var held = asleep.line(later.id(), Step.BOOKED);
    assertThat(held.state()).isEqualTo(EntryState.HELD);
    assertThat(held.reason()).isEqualTo("hours");
    assertThat(asleep.texts(her)).isEmpty();

    var inThreeHours = asleep.now().plusHours(3).toLocalDateTime().truncatedTo(ChronoUnit.HOURS);
    var soon = asleep.book(patient, inThreeHours);
    asleep.planned(soon.id(), Step.BOOKED, 1);
    asleep.due(soon.id(), Step.BOOKED);
    asleep.send();
    assertThat(asleep.texts(her, 1)).hasSize(1);
  }

  @Test
  void who_confirmed_is_not_asked_again_and_is_still_reminded() {
    var visit = clinic.book(ana, clinic.inDays(5, 9));
    clinic.planned(visit.id(), Step.THREE_DAYS, 1);
    clinic.practice.run(
        () -> clinic.bean(VisitConfirmations.class).confirm(visit, Confirmation.Channel.TEXT));
    clinic.due(visit.id(), Step.THREE_DAYS, Step.DAY);
    clinic.send();

    assertThat(clinic.texts(number, 1)).hasSize(1).first().asString().contains("a reminder of");
    assertThat(clinic.line(visit.id(), Step.THREE_DAYS).reason()).isEqualTo("confirmed");
    var last =
        clinic.practice.ask(() ->
            clinic.bean(Ledger.class).lastTo(clinic.practice.organization(), Phone.of(number)));
    assertThat(last)
        .extracting(Entry::visit)
        .as("what an answer is about")
        .containsExactly(visit.id().value());
  }
}
