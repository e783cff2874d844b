package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.MalasakitTest;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Rule;
import health.malasakit.messaging.ledger.Rules;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.messaging.ledger.StepRule;
import health.malasakit.scheduling.VisitId;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reminder that was planned is given, whatever a clinic says of its rule around that hour. */
@MalasakitTest
class RemindersKeptTest {

  private final ApplicationContext beans;
  private ToldPractice clinic;
  private String number;
  private VisitId visit;

  RemindersKeptTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @BeforeEach
  void aVisitInTwoDays() {
    clinic = new ToldPractice(beans);
    number = ToldPractice.number();
    visit = clinic.book(clinic.patient("Ana", number, "en"), clinic.inDays(2, 14)).id();
    clinic.planned(visit, Step.DAY, 1);
    Hours.comeIn(clinic, visit, Step.BOOKED, Duration.ofHours(1));
  }

  @Test
  void what_fell_due_while_the_clinic_was_off_is_told_once_it_is_on_again() {
    says(false, reminding(true, 2));
    clinic.due(visit, Step.DAY);
    says(true, reminding(true, 2));

    clinic.send();

    await().until(() -> clinic.line(visit, Step.DAY).state() == EntryState.HANDED_OVER);
    assertThat(clinic.texts(number)).singleElement().asString().contains("2:00");
  }

  @Test
  void one_whose_new_hour_is_past_goes_at_the_old_one() {
    var planned = clinic.line(visit, Step.DAY);

    says(true, reminding(true, 2));

    assertThat(clinic.line(visit, Step.DAY)).isEqualTo(planned);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void one_that_the_clinic_gives_no_more_is_stopped_also_while_it_is_off(boolean sends) {
    says(sends, reminding(false, 2));

    assertThat(clinic.line(visit, Step.DAY).state()).isEqualTo(EntryState.CANCELLED);
  }

  private static Rule reminding(boolean on, int days) {
    var steps =
        StepRule.USUAL.stream()
            .map(one ->
                one.step() == Step.DAY
                    ? new StepRule(Step.DAY, on, days, LocalTime.of(10, 0))
                    : one)
            .toList();
    return new Rule(Rule.USUAL.weekdays(), Rule.USUAL.sunday(), steps, Rule.USUAL.sites());
  }

  private void says(boolean sends, Rule rule) {
    var organization = clinic.practice().organization();
    clinic
        .practice()
        .run(() -> beans.getBean(Rules.class).set(organization, new Rules.Said(sends, rule)));
    reacted();
  }

  /** Nothing that happened at this clinic waits to be reacted to. */
  private void reacted() {
    await().until(() -> waiting() == 0);
  }

  private int waiting() {
    return beans
        .getBean(JdbcClient.class)
        .sql(
            "select count(*) from kernel.event_publication where strpos(serialized_event, :clinic) > 0")
        .param("clinic", clinic.practice().organization().toString())
        .query(Integer.class)
        .single();
  }
}
