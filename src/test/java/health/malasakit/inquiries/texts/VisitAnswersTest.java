package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.CancelledBy;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitStatus;
import health.malasakit.scheduling.Visits;
import health.malasakit.scheduling.answers.LateLimits;
import health.malasakit.scheduling.answers.VisitConfirmations;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** C, X, R, UNDO and a digit, from the phone of a patient with a visit. */
@MalasakitTest
class VisitAnswersTest {

  private final ApplicationContext beans;
  private final VisitConfirmations confirmations;
  private final Visits visits;
  private final int port;
  private TextedVisits texted;
  private TextedClinic clinic;
  private NamedVisits named;
  private Practice practice;
  private PatientId ana;
  private Visit visit;

  VisitAnswersTest(
      ApplicationContext beans,
      VisitConfirmations confirmations,
      Visits visits,
      @LocalServerPort int port) {
    this.beans = beans;
    this.confirmations = confirmations;
    this.visits = visits;
    this.port = port;
  }

  @BeforeEach
  void aVisitThatWasTold() {
    texted = new TextedVisits(beans, port);
    clinic = texted.clinic;
    named = texted.named;
    practice = texted.practice;
    ana = texted.ana;
    visit = texted.booked(ana, at(9));
    named.name(ana, visit);
  }

  @Test
  void c_confirms_the_visit_of_the_last_text_and_says_when_it_is() {
    clinic.texts("C");

    assertThat(practice.ask(() -> confirmations.of(visit))).isPresent();
    assertThat(clinic.answers().getLast())
        .startsWith("Harbor Offices: Thank you. Your visit is confirmed: Mon")
        .contains("9:00");
    assertThat(clinic.luz().get("/texts").body()).contains("Nothing to read");
    assertThat(clinic.luz().get("/visits/" + visit.id()).body()).contains("Confirmed by text");
    var day = "/days/" + visit.site() + "/" + visit.time().date();
    assertThat(clinic.luz().get(day).body()).contains("title=\"confirmed\"");
  }

  @Test
  void said_twice_it_is_confirmed_once_and_one_that_is_moved_is_not() {
    clinic.texts("yes");
    clinic.texts("sí");

    assertThat(clinic.ids("select confirmation_id from scheduling.confirmation")).hasSize(1);
    var moved = texted.moved(visit, at(11));
    assertThat(practice.ask(() -> confirmations.of(moved))).isEmpty();

    clinic.texts("C");

    assertThat(practice.ask(() -> confirmations.of(moved))).as("told before it moved").isEmpty();
    assertThat(clinic.luz().get("/texts").body()).contains("About a visit");
  }

  @Test
  void x_cancels_it_and_undo_takes_that_back() {
    clinic.texts("X");

    assertThat(stands().status())
        .isInstanceOfSatisfying(
            VisitStatus.Cancelled.class,
            gone -> assertThat(gone.by()).isEqualTo(CancelledBy.PATIENT));
    assertThat(clinic.answers().getLast()).contains("is cancelled", "UNDO within 30 min");

    clinic.texts("UNDO");

    assertThat(stands().status()).isInstanceOf(VisitStatus.Booked.class);
    assertThat(clinic.answers().getLast()).contains("stands again");

    clinic.texts("undo");

    assertThat(clinic.luz().get("/texts").body()).as("nothing to undo").contains("About a visit");
  }

  @Test
  void undo_of_a_time_that_is_given_away_goes_to_a_person() {
    clinic.texts("X");
    texted.booked(clinic.patient("Ben", "Cruz", "en", "+12125550177"), at(9));

    clinic.texts("UNDO");

    assertThat(stands().status()).isInstanceOf(VisitStatus.Cancelled.class);
    assertThat(clinic.answers().getLast()).contains("given to somebody else");
    assertThat(clinic.luz().get("/texts").body()).contains("About a visit");
  }

  @Test
  void x_inside_the_late_limit_goes_to_a_person_and_says_so() {
    practice.run(() -> beans.getBean(LateLimits.class).set(clinic.clinic().id(), 168));
    var soon = texted.booked(ana, TextedClinic.soon(practice).atTime(13, 0));
    named.name(ana, soon);

    clinic.texts("X");

    assertThat(practice.ask(() -> visits.get(soon.id())).status())
        .isInstanceOf(VisitStatus.Booked.class);
    assertThat(clinic.answers().getLast()).contains("we do not cancel it by text");
    assertThat(clinic.luz().get("/texts").body()).contains("About a visit");
  }

  @Test
  void r_asks_a_person_to_call() {
    clinic.texts("R");

    assertThat(clinic.answers().getLast()).contains("will call you to find another time");
    assertThat(clinic.luz().get("/texts").body()).contains("About a visit");
  }

  @Test
  void of_several_a_numbered_list_is_asked_and_the_digit_picks() {
    var later = texted.booked(ana, at(14));
    named.name(ana, later, visit);

    clinic.texts("X");
    assertThat(clinic.answers().getLast()).contains("1) Mon", "9:00", "2) Mon", "2:00");
    clinic.texts("2");

    assertThat(stands().status()).isInstanceOf(VisitStatus.Booked.class);
    assertThat(practice.ask(() -> visits.get(later.id())).status())
        .isInstanceOf(VisitStatus.Cancelled.class);
    clinic.texts("7");
    assertThat(clinic.luz().get("/texts").body()).contains("About a visit");
  }

  @Test
  void on_a_shared_number_a_person_decides_and_the_answer_says_so() {
    clinic.patient("Ben", "Reyes", "en");

    clinic.texts("X");

    assertThat(stands().status()).isInstanceOf(VisitStatus.Booked.class);
    assertThat(clinic.answers()).singleElement().asString().contains("will call you about this");
    assertThat(clinic.luz().get("/texts").body()).contains("About a visit");
    assertThat(clinic.luz().get(clinic.page()).body())
        .contains("the number is not one patient's alone");
  }

  @Test
  void a_visit_of_somebody_else_and_one_that_was_told_to_nobody_go_to_a_person() {
    named.name(ana, texted.booked(clinic.patient("Ben", "Cruz", "en", "+12125550178"), at(13)));
    clinic.texts("C");
    named.name(ana);
    clinic.texts("C");

    assertThat(clinic.ids("select confirmation_id from scheduling.confirmation")).isEmpty();
    assertThat(clinic.answers()).isEmpty();
    assertThat(clinic.ids("select text_id from inquiries.text_in where why = 'visit'")).hasSize(2);
  }

  private Visit stands() {
    return practice.ask(() -> visits.get(visit.id()));
  }

  private LocalDateTime at(int hour) {
    return practice.next(DayOfWeek.MONDAY).atTime(hour, 0);
  }
}
