package health.malasakit.inquiries.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier.Says;
import health.malasakit.TestDatabase;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.CancelledBy;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitStatus;
import health.malasakit.scheduling.Visits;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What she answers is the last text that she got, as it was told; else a person decides. */
@MalasakitTest
class LastTextTest {

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

  LastTextTest(ApplicationContext beans, Visits visits, @LocalServerPort int port) {
    this.beans = beans;
    this.visits = visits;
    this.port = port;
  }

  @BeforeEach
  void twoVisitsOfWhichOneWasTold() {
    texted = new TextedVisits(beans, port);
    clinic = texted.clinic;
    named = texted.named;
    practice = texted.practice;
    ana = texted.ana;
    first = texted.booked(ana, at(9));
    second = texted.booked(ana, at(14));
    named.name(ana, first);
  }

  @Test
  void what_she_may_mean_did_not_arrive_and_so_nothing_told_before_is_cancelled() {
    named.fail(ana, second);

    clinic.texts("X");

    nothingIsDone();
  }

  @Test
  void no_to_what_a_person_asked_cancels_no_visit() {
    clinic.texts("Can somebody speak Tagalog with me?");
    clinic.luz().post(clinic.page() + "/taking", Map.of("seen", "1"));
    var answered =
        clinic
            .luz()
            .post(
                clinic.page() + "/answer",
                Map.of("seen", seen(), "words", "Do you need an interpreter?"));
    assertThat(answered.status()).isEqualTo(302);
    assertThat(clinic.answers().getLast()).contains("Do you need an interpreter?");

    clinic.texts("no");

    nothingIsDone();
  }

  @Test
  void what_was_answered_by_itself_is_no_last_text() {
    clinic.texts("HELP");

    clinic.texts("X");

    assertThat(stands(first)).isInstanceOf(VisitStatus.Cancelled.class);
  }

  @Test
  void what_a_person_cancelled_since_is_not_taken_back_by_text() {
    clinic.texts("X");
    practice.run(() -> {
      var back = visits.takeBack(first.id(), visits.get(first.id()).version(), "A mistake.");
      visits.cancel(first.id(), back.version(), CancelledBy.CLINIC, "The doctor is ill.");
    });

    clinic.texts("UNDO");

    assertThat(stands(first)).isInstanceOf(VisitStatus.Cancelled.class);
    assertThat(clinic.luz().get("/texts").body()).contains("About a visit");
  }

  @Test
  void what_was_written_before_a_restore_is_not_known_to_be_the_last() throws SQLException {
    try (var superuser = TestDatabase.superuser(TestDatabase.address());
        var statement = superuser.createStatement()) {
      statement.execute(
          "insert into messaging.restored values ('2020-05-02', '2020-05-01', 0) on conflict do nothing");
    }
    begun("2020-05-01");

    clinic.texts("X");

    nothingIsDone();
    begun("2020-05-03");
    clinic.texts("X");
    assertThat(stands(first)).isInstanceOf(VisitStatus.Cancelled.class);
  }

  @Test
  void who_cancels_and_cannot_be_answered_is_told_by_a_person() {
    IntStream.range(0, 6).forEach(n -> clinic.texts("HELP"));

    clinic.texts("X");

    assertThat(stands(first)).isInstanceOf(VisitStatus.Cancelled.class);
    assertThat(clinic.answers()).hasSize(6);
    assertThat(clinic.luz().get("/texts").body()).contains("Could not be answered by itself");
  }

  @Test
  void what_is_ruled_late_does_nothing_with_a_visit() {
    StopIsNotLostTest.keep(clinic, "X", 20);

    beans.getBean(TextsUnruled.class).ruleLeft(clinic.clinic().id());

    nothingIsDone();
  }

  @Test
  void who_cancels_and_whose_answer_the_gateway_refuses_is_told_by_a_person() {
    clinic.carrier().says(clinic.hers(), Says.no(30006));

    clinic.texts("X");

    assertThat(stands(first)).isInstanceOf(VisitStatus.Cancelled.class);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(clinic.luz().get("/texts").body())
                .contains("Could not be answered by itself"));
  }

  @Test
  void a_refused_confirmation_of_a_stop_calls_for_nobody() {
    clinic.carrier().says(clinic.hers(), Says.no(21610));
    clinic.texts("STOP");
    clinic.texts("START");

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    clinic.words(
                        "select replied || ' ' || became from inquiries.text_in order by came_at"))
                .containsExactly("stop itself", "start "));
  }

  private void nothingIsDone() {
    assertThat(stands(first)).isInstanceOf(VisitStatus.Booked.class);
    assertThat(stands(second)).isInstanceOf(VisitStatus.Booked.class);
    assertThat(clinic.luz().get("/texts").body()).contains("About a visit");
  }

  /** All that went out to her did then. */
  private void begun(String day) {
    clinic.in(jdbc ->
        jdbc.sql("update messaging.outgoing set begun_at = cast(:day as timestamptz)")
            .param("day", day)
            .update());
  }

  private String seen() {
    return clinic.words("select version::text from inquiries.text_in").getFirst();
  }

  private VisitStatus stands(Visit visit) {
    return practice.ask(() -> visits.get(visit.id())).status();
  }

  private LocalDateTime at(int hour) {
    return practice.next(DayOfWeek.MONDAY).plusWeeks(1).atTime(hour, 0);
  }
}
