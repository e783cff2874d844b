package health.malasakit.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.WallTime;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ledger.Entry.Urgency;
import health.malasakit.scheduling.told.ToldPractice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What is said on an open channel, and what is not. */
@MalasakitTest
class WordingTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final String FASTING = "Nothing to eat before your colonoscopy.";
  private static final String CARD = "Bring your insurance card.";

  private final ApplicationContext beans;
  private ToldPractice clinic;

  WordingTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @BeforeEach
  void aClinicThatTells() {
    clinic = new ToldPractice(beans);
  }

  @Test
  void what_to_prepare_is_told_also_where_two_visits_are_one_message() {
    var text = text(told(Step.WEEK, 9, CARD), told(Step.DAY, 11, ""));
    assertThat(text).contains("Please prepare: " + CARD);

    var closed = text(told(Step.WEEK, 9, FASTING), told(Step.DAY, 11, ""));
    assertThat(closed).contains("There is something to prepare: please call").doesNotContain("eat");
  }

  @Test
  void what_is_too_long_for_a_text_is_told_on_the_telephone() {
    var text = text(told(Step.WEEK, 9, CARD.repeat(40)));
    assertThat(text).contains("please call").doesNotContain("insurance card").hasSizeLessThan(400);
  }

  @Test
  void what_tells_of_a_kind_of_care_is_said_in_no_step_whatever_the_template() {
    clinic
        .practice()
        .run(() -> {
          var templates = beans.getBean(Templates.class);
          assertThatThrownBy(() ->
                  templates.set(organization(), "en", Step.DAY, "{clinic}: {when}. {prepare}"))
              .isInstanceOf(Refused.class);
          templates.set(organization(), "en", Step.WEEK, "{clinic}: {when}. {prepare}");
        });

    assertThat(text(told(Step.WEEK, 9, CARD))).contains(CARD);
    assertThat(text(told(Step.WEEK, 9, FASTING)))
        .contains("please call")
        .doesNotContain("colonoscopy");
  }

  @Test
  void an_address_that_tells_of_a_kind_of_care_is_not_said() {
    var visit = visit(9, "", "12 Main St, HIV Clinic");
    var text = text(new Outward.Told(line(Step.DAY, visit), her(), visit));
    assertThat(text).contains("at the clinic").doesNotContain("HIV", "12 Main St");
  }

  @Test
  void what_to_prepare_that_tells_of_a_kind_of_care_is_not_said_in_other_words_either() {
    assertThat(text(told(Step.WEEK, 9, "No sexual intercourse for 48 hours.")))
        .contains("There is something to prepare: please call")
        .doesNotContain("48 hours");
  }

  @Test
  void words_that_were_saved_before_one_of_them_stood_on_the_list_are_ours_again() {
    var telling =
        new TemplateStore.Line("en", "day", "{clinic}: {when}, {where}. Bring your methadone.");
    var transactions = beans.getBean(TransactionTemplate.class);
    clinic
        .practice()
        .run(() ->
            transactions.executeWithoutResult(status ->
                beans.getBean(TemplateStore.class).add(organization(), telling, Instant.now())));

    assertThat(text(told(Step.DAY, 9, "")))
        .contains("a reminder of your appointment")
        .doesNotContain("methadone");
  }

  @Test
  void a_step_says_what_it_is_for_whatever_the_template() {
    var without = new TemplateStore.Line("en", "week", "{clinic}: {when}. See you.");
    var transactions = beans.getBean(TransactionTemplate.class);
    clinic
        .practice()
        .run(() -> {
          transactions.executeWithoutResult(status ->
              beans.getBean(TemplateStore.class).add(organization(), without, Instant.now()));
          var templates = beans.getBean(Templates.class);
          templates.set(organization(), "en", Step.DAY, "{clinic}: {when}, {where}. See you.");
        });

    assertThat(text(told(Step.WEEK, 9, CARD)))
        .as("it was saved before that was asked for")
        .contains("Please prepare: " + CARD)
        .doesNotContain("See you");
    assertThat(text(told(Step.DAY, 9, ""))).contains("12 Main St. See you.");
  }

  @Test
  void how_she_joins_by_video_is_told_from_a_day_before_on_and_by_the_reminders_for_it() {
    var join = "https://video.example.org/42";
    assertThat(text(video(Step.DAY, Urgency.USUAL, 34))).contains(join);
    assertThat(text(video(Step.TWO_HOURS, Urgency.USUAL, 40))).contains(join);
    assertThat(text(video(Step.BOOKED, Urgency.USUAL, 23))).contains(join);
    assertThat(text(video(Step.MOVED, Urgency.ASKED, 3))).contains(join);
    assertThat(text(video(Step.BOOKED, Urgency.ASKED, 25))).doesNotContain(join);
    assertThat(text(video(Step.MOVED, Urgency.SOON, 200)))
        .as("away from tomorrow")
        .doesNotContain(join);
    assertThat(text(video(Step.CANCELLED, Urgency.SOON, 3))).doesNotContain(join);
    assertThat(text(video(Step.DAY, Urgency.USUAL, 20), told(Step.DAY, 11, ""))).contains(join);
  }

  private Outward.Told video(Step step, Urgency urgency, int hours) {
    var start = WallTime.at(Instant.now().plus(Duration.ofHours(hours)), ZONE);
    var visit = visit(start, "", "", VisitTold.How.VIDEO);
    return new Outward.Told(line(step, visit, urgency), her(), visit);
  }

  private OrganizationId organization() {
    return clinic.practice().organization();
  }

  private String text(Outward.Told... visits) {
    var transactions = beans.getBean(TransactionTemplate.class);
    return clinic.practice().ask(() -> transactions.execute(status -> body(visits)));
  }

  private String body(Outward.Told... visits) {
    return beans
        .getBean(Wording.class)
        .of(organization(), Channel.TEXT, "en", List.of(visits))
        .body();
  }

  private Outward.Told told(Step step, int hour, String prepare) {
    var visit = visit(hour, prepare, "12 Main St");
    return new Outward.Told(line(step, visit), her(), visit);
  }

  private static Recipient her() {
    var patient = new PatientId(new UUID(0, 1));
    return new Recipient(patient, false, "Ana", "en", Set.of(ZONE), Set.of("NY"), List.of());
  }

  private static VisitTold visit(int hour, String prepare, String where) {
    var start = WallTime.of(LocalDateTime.of(2027, 3, 8, hour, 0), ZONE);
    return visit(start, prepare, where, VisitTold.How.IN_PERSON);
  }

  private static VisitTold visit(WallTime start, String prepare, String where, VisitTold.How how) {
    return new VisitTold(
        UUID.randomUUID(),
        new PatientId(new UUID(0, 1)),
        UUID.randomUUID(),
        1,
        1,
        true,
        false,
        false,
        start,
        start.instant().plus(Duration.ofMinutes(20)),
        where,
        how,
        Optional.of("https://video.example.org/42").filter(link -> how == VisitTold.How.VIDEO),
        prepare);
  }

  private Entry line(Step step, VisitTold visit) {
    return line(step, visit, Urgency.USUAL);
  }

  private Entry line(Step step, VisitTold visit, Urgency urgency) {
    var now = Instant.now();
    return new Entry(
        organization(),
        EntryId.next(),
        visit.patient(),
        visit.visit(),
        1,
        step,
        Channel.TEXT,
        urgency,
        EntryState.PLANNED,
        "",
        now,
        now,
        visit.end(),
        now,
        0,
        "",
        Optional.empty());
  }
}
