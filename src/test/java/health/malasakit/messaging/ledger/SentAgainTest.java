package health.malasakit.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier;
import health.malasakit.TestCarrier.Says;
import health.malasakit.kernel.Phone;
import health.malasakit.scheduling.CancelledBy;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.Visits;
import health.malasakit.scheduling.told.Hours;
import health.malasakit.scheduling.told.ToldPractice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What was in doubt, and is to go once more, may be on her telephone already. */
@MalasakitTest
class SentAgainTest {

  private final ApplicationContext beans;

  SentAgainTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @Test
  void who_may_have_heard_of_a_visit_hears_that_it_is_cancelled() {
    var clinic = new ToldPractice(beans);
    var number = ToldPractice.number();
    var visit = clinic.book(clinic.patient("Ana", number, "en"), clinic.inDays(5, 9)).id();
    clinic.planned(visit, Step.BOOKED, 1);
    clinic.due(visit, Step.BOOKED);
    beans.getBean(TestCarrier.class).says(Phone.of(number).e164().orElseThrow(), new Says(500, ""));
    clinic.send();
    var doubted =
        await().until(() -> booked(clinic, visit), one -> one.state() == EntryState.IN_DOUBT);

    inOne(
        clinic,
        () -> {
          beans.getBean(Ledger.class).again(doubted.id());
          Hours.comeIn(clinic, visit, Step.BOOKED, Duration.ofHours(1));
        });
    clinic
        .practice()
        .run(() -> beans.getBean(Visits.class).cancel(visit, 1, CancelledBy.CLINIC, "away"));

    clinic.planned(visit, Step.CANCELLED, 2);
    assertThat(booked(clinic, visit).state()).isEqualTo(EntryState.CANCELLED);
  }

  /** So that nobody sends it meanwhile. */
  private void inOne(ToldPractice clinic, Runnable acts) {
    var transactions = beans.getBean(TransactionTemplate.class);
    clinic.practice().run(() -> transactions.executeWithoutResult(status -> acts.run()));
  }

  private Entry booked(ToldPractice clinic, VisitId visit) {
    var organization = clinic.practice().organization();
    List<Entry> lines =
        clinic
            .practice()
            .ask(() -> beans.getBean(Ledger.class).ofVisit(organization, visit.value()));
    return lines.stream().filter(one -> one.step() == Step.BOOKED).findFirst().orElseThrow();
  }
}
