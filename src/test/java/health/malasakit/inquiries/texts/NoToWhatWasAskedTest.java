package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitStatus;
import health.malasakit.scheduling.Visits;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A no cancels a visit only when the last text asked whether she comes. */
@MalasakitTest
class NoToWhatWasAskedTest {

  private final ApplicationContext beans;
  private final Visits visits;
  private final int port;
  private TextedVisits texted;
  private TextedClinic clinic;
  private NamedVisits named;
  private Practice practice;
  private PatientId ana;
  private Visit visit;

  NoToWhatWasAskedTest(ApplicationContext beans, Visits visits, @LocalServerPort int port) {
    this.beans = beans;
    this.visits = visits;
    this.port = port;
  }

  @BeforeEach
  void aVisit() {
    texted = new TextedVisits(beans, port);
    clinic = texted.clinic;
    named = texted.named;
    practice = texted.practice;
    ana = texted.ana;
    visit = texted.booked(ana, at(9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"No", "no.", "Hindi", "2"})
  void to_questions_call_us_a_no_cancels_nothing_and_a_person_reads_it(String no) {
    named.name(ana, visit);

    clinic.texts(no);

    nothingIsDone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"No", "Hindi", "2"})
  void to_can_you_come_it_cancels(String no) {
    named.ask(ana, visit);

    clinic.texts(no);

    assertThat(stands(visit)).isInstanceOf(VisitStatus.Cancelled.class);
    assertThat(clinic.answers().getLast()).contains("is cancelled", "UNDO within 30 min");
  }

  @Test
  void x_cancels_whatever_the_last_text_told() {
    named.name(ana, visit);

    clinic.texts("X");

    assertThat(stands(visit)).isInstanceOf(VisitStatus.Cancelled.class);
  }

  @Test
  void a_no_to_an_answer_that_went_out_since_is_read_by_a_person() {
    named.ask(ana, visit);
    clinic.texts("C");

    clinic.texts("No");

    nothingIsDone();
  }

  @Test
  void a_2_to_a_text_that_numbers_two_visits_may_be_the_second_of_them() {
    named.ask(ana, visit, texted.booked(ana, at(14)));

    clinic.texts("2");

    nothingIsDone();
    assertThat(clinic.answers()).isEmpty();
  }

  @Test
  void on_a_shared_number_a_no_to_nothing_asked_gets_no_answer() {
    named.name(ana, visit);
    clinic.patient("Ben", "Reyes", "en");

    clinic.texts("No");

    nothingIsDone();
    assertThat(clinic.answers()).isEmpty();
  }

  private void nothingIsDone() {
    assertThat(stands(visit)).isInstanceOf(VisitStatus.Booked.class);
    assertThat(clinic.luz().get("/texts").body()).contains("About a visit");
  }

  private VisitStatus stands(Visit one) {
    return practice.ask(() -> visits.get(one.id())).status();
  }

  private LocalDateTime at(int hour) {
    return practice.next(DayOfWeek.MONDAY).plusWeeks(1).atTime(hour, 0);
  }
}
