package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.MalasakitTest;
import health.malasakit.access.Role;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.scheduling.book.Overlaps;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Booking, holding and moving, as one person after the other does it. */
@MalasakitTest
class BookingTest {

  private final ApplicationContext beans;
  private final Bookings bookings;
  private final Holds holds;
  private final Visits visits;

  private Practice practice;
  private PractitionerId reyes;
  private VisitTypeId followUp;
  private PatientId ana;
  private PatientId ben;
  private LocalDateTime nine;

  BookingTest(ApplicationContext beans, Bookings bookings, Holds holds, Visits visits) {
    this.beans = beans;
    this.bookings = bookings;
    this.holds = holds;
    this.visits = visits;
  }

  @BeforeEach
  void aClinic() {
    practice = Practice.in(beans, "America/New_York");
    reyes = practice.practitioner("Reyes");
    followUp = practice.type("Follow-up", 30);
    practice.seesPatientsAlways(reyes, followUp);
    ana = practice.patient("Ana", "Cruz");
    ben = practice.patient("Ben", "Cruz");
    nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
  }

  @Test
  void a_time_that_is_held_becomes_a_visit() {
    var hold = practice.ask(() -> holds.hold(wanted(ana, nine)));
    var visit = practice.ask(() -> bookings.book(hold.id()));

    var kept = practice.ask(() -> visits.get(visit.id()));
    assertThat(kept).isEqualTo(visit);
    assertThat(kept.time().start().local()).isEqualTo(nine);
    assertThat(practice.ask(() -> visits.history(kept)))
        .extracting(VisitChange::act)
        .containsExactly("booked");
  }

  @Test
  void whoever_comes_second_hears_the_nearest_other_times() {
    book(ana, nine);

    assertThatThrownBy(() -> book(ben, nine))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("time.taken");
              assertThat(refused.sentence())
                  .startsWith("That time was just taken. The nearest are Tue ")
                  .contains("08:30 E")
                  .contains("09:30 E");
            });
  }

  @Test
  void the_nearest_times_are_near_late_in_a_long_day_too() {
    var shot = practice.type("Flu shot", 10);
    var nurse = practice.practitioner("Santos");
    practice.seesPatientsAlways(nurse, shot);
    var late = nine.withHour(21);
    practice.run(() -> bookings.book(holds.hold(practice.wanted(ana, nurse, shot, late)).id()));

    assertThatThrownBy(
            () -> practice.run(() -> holds.hold(practice.wanted(ben, nurse, shot, late))))
        .hasMessageContaining("20:50 E")
        .hasMessageContaining("21:10 E");
  }

  @Test
  void a_hold_of_a_colleague_takes_the_time_as_well() {
    practice.ask(() -> holds.hold(wanted(ana, nine)));
    var colleague = practice.colleague(Role.SCHEDULER);
    var overlapping = wanted(ben, nine.plusMinutes(15));

    assertThatThrownBy(() -> practice.as(colleague, () -> holds.hold(overlapping)))
        .hasMessageStartingWith("That time was just taken.");
  }

  @Test
  void another_choice_for_the_same_patient_lets_the_first_go() {
    practice.ask(() -> holds.hold(wanted(ana, nine)));
    practice.ask(() -> holds.hold(wanted(ana, nine.plusHours(1))));

    assertThat(book(ben, nine).version()).isEqualTo(1);
  }

  @Test
  void a_released_hold_leaves_nothing_behind() {
    var hold = practice.ask(() -> holds.hold(wanted(ana, nine)));
    practice.run(() -> holds.release(hold.id()));
    practice.run(() -> holds.release(hold.id()));

    assertThat(book(ben, nine).version()).isEqualTo(1);
    assertThatThrownBy(() -> practice.ask(() -> bookings.book(hold.id())))
        .hasMessageContaining("no longer kept");
  }

  @Test
  void the_hold_of_somebody_else_cannot_be_booked() {
    var hold = practice.ask(() -> holds.hold(wanted(ana, nine)));
    var colleague = practice.colleague(Role.SCHEDULER);

    assertThatThrownBy(() -> practice.as(colleague, () -> bookings.book(hold.id())))
        .hasMessageContaining("no longer kept");
  }

  @Test
  void siblings_are_booked_back_to_back() {
    book(ana, nine);

    var second = book(ben, nine.plusMinutes(30));

    assertThat(second.time().start().local()).isEqualTo(nine.plusMinutes(30));
  }

  @Test
  void a_patient_is_not_in_two_places_at_once() {
    var santos = practice.practitioner("Santos");
    practice.seesPatientsAlways(santos, followUp);
    book(ana, nine);
    var elsewhere = practice.wanted(ana, santos, followUp, nine);

    assertThatThrownBy(() -> practice.ask(() -> bookings.bookNow(elsewhere)))
        .hasMessageStartingWith("The patient has another visit at that time");
  }

  @Test
  void a_lab_draw_may_lie_beside_the_doctors_hour_where_the_clinic_lists_the_pair() {
    var lab = practice.type("Lab draw", 15);
    var santos = practice.practitioner("Santos");
    var lim = practice.practitioner("Lim");
    practice.seesPatientsAlways(santos, lab);
    practice.seesPatientsAlways(lim, lab);
    var overlaps = practice.bean(Overlaps.class);
    practice.run(() -> overlaps.allow(practice.organization(), new Overlaps.Pair(lab, followUp)));

    book(ana, nine);
    practice.ask(() -> bookings.bookNow(practice.wanted(ana, santos, lab, nine)));

    var third = practice.wanted(ana, lim, lab, nine);
    assertThatThrownBy(() -> practice.ask(() -> bookings.bookNow(third)))
        .hasMessageStartingWith("The patient has another visit at that time");
    var sameNurse = practice.wanted(ben, santos, lab, nine);
    assertThatThrownBy(() -> practice.ask(() -> bookings.bookNow(sameNurse)))
        .hasMessageStartingWith("That time was just taken.");
  }

  @Test
  void a_visit_moves_by_a_quarter_of_an_hour_over_its_own_time() {
    var visit = book(ana, nine);
    var later = wanted(ana, nine.plusMinutes(15));
    var hold = practice.ask(() -> holds.holdToMove(later, visit));
    var moved = practice.ask(() -> bookings.move(hold.id(), 1, "Train is late"));

    assertThat(moved.version()).isEqualTo(2);
    assertThat(practice.ask(() -> visits.get(visit.id()))).isEqualTo(moved);
    book(ben, nine.minusMinutes(15));
    assertThatThrownBy(() -> book(ben, nine.plusMinutes(30))).isInstanceOf(Refused.class);
  }

  @Test
  void a_cancelled_time_can_be_booked_again_and_then_not_be_taken_back() {
    var visit = book(ana, nine);
    cancel(visit);
    book(ben, nine);

    assertThatThrownBy(() -> practice.ask(() -> visits.takeBack(visit.id(), 2, "A mistake")))
        .hasMessageContaining("given to somebody else");
  }

  @Test
  void a_cancelled_visit_whose_time_is_free_is_taken_back() {
    var visit = book(ana, nine);
    cancel(visit);
    var back = practice.ask(() -> visits.takeBack(visit.id(), 2, "She called again"));

    assertThat(back.status()).isEqualTo(new VisitStatus.Booked());
    assertThatThrownBy(() -> book(ben, nine)).isInstanceOf(Refused.class);
  }

  @Test
  void who_changes_an_older_version_is_told() {
    var visit = book(ana, nine);
    cancel(visit);

    assertThatThrownBy(() -> cancel(visit)).hasMessageContaining("changed this visit a moment ago");
  }

  @Test
  void a_room_is_chosen_as_long_as_one_is_free() {
    practice.room("Room 1");
    practice.room("Room 2");
    var exam = practice.type("Exam", 30, Practice.examRoom());
    var three = new PractitionerId[3];
    for (int n = 0; n < three.length; n++) {
      three[n] = practice.practitioner("Lim" + n);
      practice.seesPatientsAlways(three[n], exam);
    }
    practice.ask(() -> bookings.bookNow(practice.wanted(ana, three[0], exam, nine)));
    practice.ask(() -> bookings.bookNow(practice.wanted(ben, three[1], exam, nine)));
    var third = practice.wanted(practice.patient("Cara", "Cruz"), three[2], exam, nine);

    assertThatThrownBy(() -> practice.ask(() -> bookings.bookNow(third)))
        .hasMessageStartingWith("That time was just taken.");
  }

  private Visit book(PatientId patient, LocalDateTime start) {
    return practice.ask(() -> bookings.bookNow(wanted(patient, start)));
  }

  private Visit cancel(Visit visit) {
    return practice.ask(() -> visits.cancel(visit.id(), 1, CancelledBy.PATIENT, "Feels better"));
  }

  private TimeWanted wanted(PatientId patient, LocalDateTime start) {
    return practice.wanted(patient, reyes, followUp, start);
  }
}
