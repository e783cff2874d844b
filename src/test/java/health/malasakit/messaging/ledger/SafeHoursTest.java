package health.malasakit.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.messaging.Channel;
import health.malasakit.patients.SafeContact;
import health.malasakit.patients.SafeContacts;
import health.malasakit.scheduling.told.ToldPractice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A patient who may be reached in the evening only is told in the next evening that is allowed. */
@MalasakitTest
class SafeHoursTest {

  private final ApplicationContext beans;
  private ToldPractice clinic;

  SafeHoursTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @Test
  void what_falls_on_a_sunday_goes_on_monday_evening() {
    clinic = new ToldPractice(beans);
    var number = ToldPractice.number();
    var ana = clinic.patient("Ana", number, "en");
    var zone = clinic.practice().site().zone().orElseThrow();
    var hours = new SafeContact.Hours(LocalTime.of(18, 30), LocalTime.of(20, 0), zone);
    var only = new SafeContact(List.of(number), List.of(), Optional.of(hours), "");
    var organization = clinic.practice().organization();
    clinic.practice().run(() -> beans.getBean(SafeContacts.class).set(organization, ana, only));
    var sunday =
        LocalDate.now(zone)
            .with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.SUNDAY));
    var visit = clinic.book(ana, sunday.plusDays(3).atTime(9, 0));

    var now = sunday.atTime(10, 0).atZone(zone).toInstant();
    assertThat(decided(visit.id().value(), now))
        .isEqualTo(
            new Verdict.Wait(
                sunday.plusDays(1).atTime(18, 30).atZone(zone).toInstant(), Channel.TEXT, "hours"));
    var evening = sunday.plusDays(1).atTime(18, 31).plusNanos(999).atZone(zone).toInstant();
    assertThat(decided(visit.id().value(), evening))
        .as("at once, though the database counts no such small parts of a second")
        .isInstanceOf(Verdict.Go.class);
  }

  private Verdict decided(UUID visit, Instant now) {
    return clinic
        .practice()
        .ask(() -> {
          var organization = clinic.practice().organization();
          var told = beans.getBean(VisitsTold.class).of(organization, List.of(visit)).get(visit);
          var about = new Ledger.About(organization, told.patient(), visit, told.version(), true);
          var step = new Planned(Step.THREE_DAYS, now, told.start().instant(), Entry.Urgency.USUAL);
          var line = Entry.planned(about, step, Channel.TEXT, now);
          var known =
              beans
                  .getBean(TransactionTemplate.class)
                  .execute(status -> beans.getBean(Facts.class).of(organization, List.of(line)));
          return beans.getBean(Decisions.class).decide(known.getFirst(), now);
        });
  }
}
