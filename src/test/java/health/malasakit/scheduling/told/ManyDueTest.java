package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.Visit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One recipient and day is one message, whatever else is due at that hour. */
@MalasakitTest
class ManyDueTest {

  /** One is due before all others, and the rest after them; of the bookings nothing is told yet. */
  private static final String HERS =
      """
      update messaging.entry
         set due_at = now() + case when step = 'booked' then interval '1 hour'
                                   when visit_id = :first then interval '-1 hour' else interval '-1 second' end
       where organization_id = :organization and step in ('day', 'booked')
      """;

  /** Of nobody: more than are read at once. */
  private static final String OTHERS =
      """
      insert into messaging.entry (organization_id, entry_id, patient_id, visit_id, visit_version, step, channel, urgency,
                                   state, reason, due_at, useless_at, since)
      select :organization, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, 'day', 'text', 'usual', 'planned', '',
             now() - interval '1 minute', now() + interval '1 day', now()
        from generate_series(1, 2100)
      """;

  private final ApplicationContext beans;
  private ToldPractice clinic;
  private String number;
  private PatientId ana;
  private PatientId bea;

  ManyDueTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @BeforeEach
  void aHousehold() {
    clinic = new ToldPractice(beans);
    number = ToldPractice.number();
    ana = clinic.patient("Ana", number, "en");
    bea = clinic.patient("Bea", number, "en");
  }

  @Test
  void what_is_due_behind_two_thousand_others_goes_with_the_first_of_her_household() {
    var first = booked(ana, 9);
    var all = List.of(first, booked(ana, 10), booked(bea, 11));
    due(first);
    clinic.send();

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() ->
            all.stream()
                .allMatch(
                    one -> clinic.line(one.id(), Step.DAY).state() == EntryState.HANDED_OVER));
    assertThat(clinic.texts(number))
        .singleElement()
        .asString()
        .contains("1) Ana, ", "2) Ana, ", "3) Bea, ");
  }

  @Test
  void her_sisters_reminder_at_a_later_hour_of_the_day_goes_with_hers() {
    var hers = booked(ana, 9);
    var sisters = booked(bea, 10);
    Hours.comeIn(clinic, sisters.id(), Step.DAY, Duration.ofHours(2));
    clinic.due(hers.id(), Step.DAY);
    clinic.send();

    assertThat(clinic.texts(number)).singleElement().asString().contains("1) Ana, ", "2) Bea, ");
  }

  private Visit booked(PatientId patient, int hour) {
    var visit = clinic.book(patient, clinic.inDays(5, hour));
    clinic.planned(visit.id(), Step.DAY, 1);
    return visit;
  }

  private void due(Visit first) {
    var jdbc = clinic.bean(JdbcClient.class);
    var organization = clinic.practice.organization().value();
    clinic.practice.run(() ->
        clinic
            .bean(TransactionTemplate.class)
            .executeWithoutResult(status -> {
              jdbc.sql(HERS)
                  .param("organization", organization)
                  .param("first", first.id().value())
                  .update();
              jdbc.sql(OTHERS).param("organization", organization).update();
            }));
  }
}
