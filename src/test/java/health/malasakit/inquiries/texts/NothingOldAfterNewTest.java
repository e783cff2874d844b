package health.malasakit.inquiries.texts;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier.Says;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.texts.NumberStops;
import health.malasakit.patients.reach.NumberWord;
import health.malasakit.patients.reach.NumberWords;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Visit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An answer that waits goes no more when something newer was said, and a person sees that. */
@MalasakitTest
class NothingOldAfterNewTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String DANGER = "I cant breathe";

  private final ApplicationContext beans;
  private final NumberStops stops;
  private final int port;
  private TextedVisits texted;
  private TextedClinic clinic;
  private Pauses pauses;
  private Visit visit;

  NothingOldAfterNewTest(ApplicationContext beans, NumberStops stops, @LocalServerPort int port) {
    this.beans = beans;
    this.stops = stops;
    this.port = port;
  }

  @BeforeEach
  void aVisitThatWasTold() {
    texted = new TextedVisits(beans, port);
    clinic = texted.clinic;
    pauses = new Pauses(beans, clinic);
    visit = texted.booked(texted.ana, at(9));
    texted.named.name(texted.ana, visit);
  }

  @Test
  void that_it_is_confirmed_does_not_come_after_that_it_is_cancelled() {
    waits("C");
    var confirming = clinic.page();
    clinic.texts("X");

    pauses.over();

    assertThat(clinic.answers()).singleElement().asString().contains("is cancelled");
    seenByAPerson();
    assertThat(clinic.luz().get(confirming).body())
        .contains("The answer was not sent", "Something newer was written to this number");
    var told = "/patients/" + clinic.clinic().id() + "/" + texted.ana + "/reminders";
    assertThat(clinic.luz().get(told).body())
        .contains("Something newer was written to this number")
        .doesNotContain("tell its administrator");
  }

  @Test
  void of_two_that_wait_the_later_goes() {
    waits("C");
    clinic.carrier().unreachable();
    clinic.texts("X");
    clinic.carrier().reset();

    pauses.over();

    assertThat(clinic.answers()).singleElement().asString().contains("is cancelled");
  }

  @Test
  void that_it_is_cancelled_does_not_come_after_that_it_stands_again() {
    waits("X");
    clinic.texts("UNDO");

    pauses.over();

    assertThat(clinic.answers()).singleElement().asString().contains("stands again");
    seenByAPerson();
  }

  @Test
  void that_no_texts_come_does_not_come_after_that_they_come_again() {
    waits("STOP");
    clinic.texts("START");

    pauses.over();

    assertThat(clinic.answers()).singleElement().asString().contains("will reach this number");
    assertThat(clinic.as(() -> stops.said(clinic.clinic().id(), Phone.of(clinic.hers()))))
        .contains(false);
  }

  @Test
  void nor_does_it_after_words_that_a_person_has_to_read() {
    waits("C");
    clinic.texts("No wait, I cannot come that day");

    pauses.over();

    assertThat(clinic.answers()).isEmpty();
    seenByAPerson();
  }

  @Test
  void nor_after_something_that_we_wrote_meanwhile() {
    waits("C");
    texted.named.name(texted.ana, visit);

    pauses.over();

    assertThat(clinic.answers()).isEmpty();
    seenByAPerson();
  }

  @Test
  void nor_when_the_visit_is_another_by_then() {
    waits("C");
    texted.moved(visit, at(11));

    pauses.over();

    assertThat(clinic.answers()).isEmpty();
    seenByAPerson();
  }

  @Test
  void nor_when_the_visit_was_given_to_somebody_else() {
    waits("C");
    var bea = texted.practice.patient("Bea", "Lim");
    texted.practice.ask(() -> beans.getBean(Bookings.class).giveTo(visit.id(), bea, ""));

    pauses.over();

    assertThat(clinic.answers()).isEmpty();
    seenByAPerson();
  }

  @Test
  void nor_that_no_texts_come_once_a_person_opened_the_number() {
    waits("STOP");
    var asked = new NumberStops.Ground("spoken", "Text me again", Optional.of(LocalDate.now(UTC)));
    texted.practice.run(
        () -> stops.openAsAsked(clinic.clinic().id(), Phone.of(clinic.hers()), asked));

    pauses.over();

    assertThat(clinic.answers()).isEmpty();
  }

  @Test
  void nor_when_the_number_is_marked_as_wrong_by_then() {
    waits("C");
    texted.practice.run(() ->
        beans
            .getBean(NumberWords.class)
            .say(clinic.clinic().id(), texted.ana, Phone.of(clinic.hers()), NumberWord.WRONG));

    pauses.over();

    assertThat(clinic.answers()).isEmpty();
    seenByAPerson();
  }

  @Test
  void alone_it_goes_as_before() {
    waits("X");

    pauses.over();

    assertThat(clinic.answers()).singleElement().asString().contains("is cancelled");
  }

  @Test
  void the_answer_with_911_goes_whatever_else_was_said() {
    waits(DANGER);
    clinic.texts("HELP");

    pauses.over();

    assertThat(clinic.answers()).hasSize(2);
    assertThat(clinic.answers().getLast()).contains("911", "988");
  }

  @Test
  void but_not_when_it_was_given_since() {
    waits(DANGER);
    clinic.texts("I cant breathe, please");

    pauses.over();

    assertThat(clinic.answers()).singleElement().asString().contains("911", "988");
    assertThat(clinic.words("select why from inquiries.text_in"))
        .isEqualTo(List.of("danger", "danger"));
  }

  @Test
  void unless_nobody_knows_whether_that_one_went() {
    waits(DANGER);
    clinic.carrier().says(clinic.hers(), new Says(503, ""));
    clinic.texts("I cant breathe, please");
    clinic.carrier().reset();

    pauses.over();

    assertThat(clinic.answers()).hasSize(2).allMatch(one -> one.contains("911"));
  }

  /** The gateway is away for this one. */
  private void waits(String said) {
    clinic.carrier().unreachable();
    clinic.texts(said);
    clinic.carrier().reset();
    assertThat(clinic.answers()).isEmpty();
  }

  private void seenByAPerson() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(clinic.luz().get("/texts").body())
                .contains("Could not be answered by itself"));
  }

  private LocalDateTime at(int hour) {
    return texted.practice.next(DayOfWeek.MONDAY).atTime(hour, 0);
  }
}
