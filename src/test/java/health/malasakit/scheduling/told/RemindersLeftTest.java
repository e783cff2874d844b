package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Visit;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.transaction.support.TransactionTemplate;

/** Between two reactions that plan reminders anew something happens to the last visit done. */
@MalasakitTest
class RemindersLeftTest {

  private static final String STOPPED =
      """
      update messaging.entry set state = 'cancelled', reason = 'rule'
       where organization_id = :organization and visit_id = :visit and step = 'day'
      """;

  private final ApplicationContext beans;
  private ToldPractice clinic;
  private PatientId ana;
  private Visit last;
  private Visit next;

  RemindersLeftTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @BeforeEach
  void oneIsDoneAndOneIsLeft() {
    clinic = new ToldPractice(beans);
    ana = clinic.patient("Ana", ToldPractice.number(), "en");
    last = clinic.book(ana, clinic.inDays(5, 9));
    next = clinic.book(ana, clinic.inDays(6, 9));
    clinic.planned(last.id(), Step.DAY, 1);
    clinic.planned(next.id(), Step.DAY, 1);
    clinic.practice.run(() ->
        clinic
            .bean(TransactionTemplate.class)
            .executeWithoutResult(status ->
                clinic
                    .bean(JdbcClient.class)
                    .sql(STOPPED)
                    .param("organization", clinic.practice.organization().value())
                    .param("visit", next.id().value())
                    .update()));
  }

  @Test
  void one_that_is_moved_far_away_takes_nobody_with_it() {
    var left = left();
    var later = clinic.practice.wanted(ana, clinic.reyes, clinic.followUp, clinic.inDays(60, 9));
    clinic.practice.ask(() -> clinic.bean(Bookings.class).moveNow(last.id(), later, 1, ""));
    clinic.planned(last.id(), Step.BOOKED, 2);

    say(left);

    assertPlanned();
  }

  @Test
  void what_was_said_without_when_it_started_is_still_understood() {
    var events = clinic.bean(EventSerializer.class);
    var written = events.serialize(left()).toString();
    var old = written.replaceFirst(",\\s*\"starts\"\\s*:\\s*(\"[^\"]*\"|[0-9.]+)", "");
    assertThat(old).isNotEqualTo(written).doesNotContain("starts");

    var read = events.deserialize(old, RemindersLeft.class);
    assertThat(read.starts()).isEmpty();
    assertThat(events.deserialize(written, RemindersLeft.class)).isEqualTo(left());
    say(read);

    assertPlanned();
  }

  private RemindersLeft left() {
    return new RemindersLeft(
        clinic.practice.organization(),
        last.id().value(),
        Optional.of(clinic.inDays(5, 9).atZone(clinic.now().getZone()).toInstant()));
  }

  private void say(RemindersLeft left) {
    clinic.practice.run(() ->
        clinic
            .bean(TransactionTemplate.class)
            .executeWithoutResult(status -> beans.publishEvent(left)));
  }

  private void assertPlanned() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> clinic.line(next.id(), Step.DAY).state() == EntryState.PLANNED);
  }
}
