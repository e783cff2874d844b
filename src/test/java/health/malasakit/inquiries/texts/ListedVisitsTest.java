package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier.Says;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.speaking.MinorRule;
import health.malasakit.patients.speaking.MinorRules;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitStatus;
import health.malasakit.scheduling.Visits;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A digit answers the list that was asked last, while all of it is as it was told. */
@MalasakitTest
class ListedVisitsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ApplicationContext beans;
  private final Visits visits;
  private final int port;
  private TextedVisits texted;
  private TextedClinic clinic;
  private NamedVisits named;
  private Practice practice;
  private PatientId ana;
  private Visit first;
  private Visit second;

  ListedVisitsTest(ApplicationContext beans, Visits visits, @LocalServerPort int port) {
    this.beans = beans;
    this.visits = visits;
    this.port = port;
  }

  @BeforeEach
  void twoVisitsThatWereTold() {
    texted = new TextedVisits(beans, port);
    clinic = texted.clinic;
    named = texted.named;
    practice = texted.practice;
    ana = texted.ana;
    first = texted.booked(ana, at(9));
    second = texted.booked(ana, at(14));
  }

  @Test
  void a_digit_does_nothing_with_a_visit_that_was_moved_since_the_list() {
    named.name(ana, first, second);
    clinic.texts("X");
    texted.moved(second, at(16));

    clinic.texts("2");

    nothingIsDone();
  }

  @Test
  void a_digit_does_nothing_with_a_visit_that_became_confidential_since_the_list() {
    named.name(ana, first, second);
    clinic.texts("X");
    var rule = new MinorRule(Optional.of(14), "counselling", "Dr. Reyes", LocalDate.EPOCH);
    practice.run(() -> beans.getBean(MinorRules.class).say(practice.organization(), rule));
    clinic.in(jdbc ->
        jdbc.sql("update scheduling.visit set confidential = true where id = :id")
            .param("id", second.id().value())
            .update());

    clinic.texts("2");

    nothingIsDone();
  }

  @Test
  void a_digit_is_no_answer_to_the_list_when_something_was_written_to_her_since() {
    named.name(ana, first, second);
    clinic.texts("X");
    named.name(ana, second);

    clinic.texts("1");

    nothingIsDone();
  }

  @Test
  void one_is_no_answer_to_a_list_when_one_of_its_visits_was_told_again_since() {
    named.name(ana, first, second);
    clinic.texts("X");
    named.name(ana, first);

    clinic.texts("1");

    nothingIsDone();
  }

  @Test
  void nor_when_all_of_them_were_told_again() {
    named.name(ana, first, second);
    clinic.texts("X");
    named.name(ana, first, second);

    clinic.texts("1");

    nothingIsDone();
  }

  @Test
  void a_list_that_did_not_arrive_is_none_to_answer() {
    named.name(ana, first, second);
    clinic.carrier().says(clinic.hers(), Says.no(30006));
    clinic.texts("X");
    listStands("lost");
    clinic.carrier().reset();

    clinic.texts("1");

    assertThat(stands(first)).isInstanceOf(VisitStatus.Booked.class);
    assertThat(clinic.answers().getLast()).contains("Which visit do you confirm?");
  }

  @Test
  void a_digit_while_nobody_knows_whether_the_list_arrived_is_for_a_person() {
    aListInDoubt();

    clinic.texts("1");

    nothingIsDone();
    assertThat(confirmed()).isEmpty();
    assertThat(clinic.answers()).noneMatch(one -> one.contains("do you confirm?"));
  }

  @Test
  void a_list_that_arrived_after_a_doubt_is_one_to_answer_and_waits_for_nobody() {
    aListInDoubt();
    assertThat(clinic.luz().get("/texts").body()).contains("Could not be answered by itself");
    var question = clinic.page();

    arrived();
    listStands("asked");
    assertThat(clinic.luz().get("/texts").body()).contains("Nothing to read");
    assertThat(clinic.luz().get(question).body())
        .contains("The answer by itself reached the gateway after all");
    clinic.texts("1");

    assertThat(stands(first)).isInstanceOf(VisitStatus.Cancelled.class);
    assertThat(stands(second)).isInstanceOf(VisitStatus.Booked.class);
  }

  private void aListInDoubt() {
    named.name(ana, first, second);
    clinic.carrier().says(clinic.hers(), new Says(500, ""));
    clinic.texts("X");
    listStands("doubted");
    clinic.carrier().reset();
  }

  /** The carrier tells so, signed. */
  private void arrived() {
    var reply =
        clinic
            .ids("select outgoing_id from messaging.outgoing where state = 'in_doubt'")
            .getFirst();
    var path = "/api/texts/receipts/" + clinic.clinic().id() + "/" + reply;
    var form = Map.of("MessageSid", "SM1", "MessageStatus", "delivered");
    clinic.luz().postAsIs(path, form, clinic.carrier().signed(path, form));
  }

  private void listStands(String how) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(clinic.words("select stands from inquiries.text_question"))
                .containsExactly(how));
  }

  @Test
  void a_digit_after_an_answered_list_confirms_the_next_and_cancels_nothing() {
    named.ask(ana, first, second);
    clinic.texts("C");
    clinic.texts("1");

    clinic.texts("2");
    clinic.texts("2");

    assertThat(clinic.answers().getLast()).contains("Your visit is confirmed", "2:00");
    assertThat(confirmed()).containsExactlyInAnyOrder(first.id().value(), second.id().value());
    assertThat(stands(first)).isInstanceOf(VisitStatus.Booked.class);
    assertThat(stands(second)).isInstanceOf(VisitStatus.Booked.class);
  }

  @Test
  void a_second_digit_to_a_list_that_cancels_may_set_the_first_right_and_so_a_person_decides() {
    named.ask(ana, first, second);
    clinic.texts("X");
    clinic.texts("1");

    clinic.texts("2");

    assertThat(stands(first)).isInstanceOf(VisitStatus.Cancelled.class);
    assertThat(stands(second)).isInstanceOf(VisitStatus.Booked.class);
    assertThat(clinic.luz().get("/texts").body()).contains("About a visit");
  }

  @Test
  void a_digit_after_an_answered_list_and_a_newer_question_is_for_a_person() {
    named.ask(ana, first, second);
    clinic.texts("C");
    clinic.texts("1");
    named.ask(ana, second);

    clinic.texts("2");

    nothingIsDone();
  }

  private List<UUID> confirmed() {
    return clinic.ids("select visit_id from scheduling.confirmation");
  }

  private void nothingIsDone() {
    assertThat(stands(first)).isInstanceOf(VisitStatus.Booked.class);
    assertThat(stands(second)).isInstanceOf(VisitStatus.Booked.class);
    assertThat(clinic.luz().get("/texts").body()).contains("About a visit");
  }

  private VisitStatus stands(Visit visit) {
    return practice.ask(() -> visits.get(visit.id())).status();
  }

  private LocalDateTime at(int hour) {
    return practice.next(DayOfWeek.MONDAY).plusWeeks(1).atTime(hour, 0);
  }
}
