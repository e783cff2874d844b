package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.Visits;
import health.malasakit.scheduling.answers.LateLimits;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The page of a text says which visit it acted on, and what it did. */
@MalasakitTest
class VisitsOfTextTest {

  private final ApplicationContext beans;
  private NamedVisits named;
  private final int port;
  private TextedVisits texted;
  private TextedClinic clinic;
  private Practice practice;
  private PatientId ana;
  private Visit visit;

  VisitsOfTextTest(ApplicationContext beans, @LocalServerPort int port) {
    this.beans = beans;
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
    named.name(visit.patient(), visit);
  }

  @Test
  void a_confirmed_visit_is_named_by_its_day_and_hour_with_its_page() {
    clinic.texts("C");

    assertThat(shown())
        .contains("Confirmed by this text: the visit of", link(visit), "Mon")
        .doesNotContain("Follow-up");
  }

  @Test
  void moved_since_it_says_what_it_was_and_what_it_is_now() {
    clinic.texts("C");
    var page = clinic.page();
    var moved = texted.moved(visit, at(11));

    assertThat(clinic.luz().get(page).body())
        .contains(link(visit), "moved since, now " + words(moved));
  }

  @Test
  void cancelled_and_taken_back_each_say_so_and_how_the_visit_stands_now() {
    clinic.texts("X");
    var cancelled = clinic.page();
    assertThat(shown())
        .contains("Cancelled by this text: the visit of", link(visit))
        .doesNotContain("it stands again");

    clinic.texts("UNDO");

    assertThat(shown()).contains("Taken back by this text, it stands again", link(visit));
    assertThat(clinic.luz().get(cancelled).body()).contains("it stands again");
  }

  @Test
  void asked_to_move_names_the_visit_though_nothing_was_done() {
    clinic.texts("R");

    assertThat(shown()).contains("The patient asks for another time than", link(visit));
  }

  @Test
  void too_late_to_cancel_names_the_visit_though_nothing_was_done() {
    var soon = texted.booked(ana, inTwoDays());
    named.name(soon.patient(), soon);
    practice.run(() -> beans.getBean(LateLimits.class).set(clinic.clinic().id(), 168));

    clinic.texts("X");

    assertThat(shown()).contains("Too late to cancel by text, nothing was done", link(soon));
  }

  @Test
  void one_that_could_not_be_taken_back_names_the_visit() {
    clinic.texts("X");
    texted.booked(clinic.patient("Ben", "Cruz", "en", "+12125550177"), at(9));

    clinic.texts("UNDO");

    assertThat(shown()).contains("the time was given away", link(visit));
    assertThat(practice.ask(() -> beans.getBean(Visits.class).get(visit.id())).status().code())
        .isEqualTo("cancelled");
  }

  @Test
  void a_text_in_own_words_names_no_visit() {
    clinic.texts("Where do I park?");

    assertThat(shown()).doesNotContain("/visits/");
  }

  private String shown() {
    return clinic.luz().get(clinic.page()).body();
  }

  private String link(Visit one) {
    return "<a href=\"/visits/" + one.id() + "\">" + words(one) + "</a>";
  }

  private static String words(Visit one) {
    return Moments.at(one.time().from(), one.time().zone());
  }

  private LocalDateTime at(int hour) {
    return practice.next(DayOfWeek.MONDAY).atTime(hour, 0);
  }

  private LocalDateTime inTwoDays() {
    return TextedClinic.soon(practice).atTime(13, 0);
  }
}
