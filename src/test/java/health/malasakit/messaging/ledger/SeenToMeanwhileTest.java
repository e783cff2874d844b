package health.malasakit.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.malasakit.MalasakitTest;
import health.malasakit.TestCarrier;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.told.ToldPractice;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people look at one message: one calls the patient, the other sends it again. */
@MalasakitTest
class SeenToMeanwhileTest {

  private static final String WAITS =
      "select count(*) from pg_stat_activity where :process = any (pg_blocking_pids(pid))";

  private static final String SEEN_TO =
      """
      update messaging.entry set settled_at = now(), settled_by = :by
       where organization_id = :organization and state in ('planned', 'held')
      """;

  private final ApplicationContext beans;
  private ToldPractice clinic;
  private String number;
  private PatientId ana;

  SeenToMeanwhileTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @BeforeEach
  void aClinicThatTells() {
    clinic = new ToldPractice(beans);
    number = ToldPractice.number();
    ana = clinic.patient("Ana", number, "en");
  }

  @Test
  void whoever_called_after_it_was_sent_again_hears_so_and_it_goes_once() throws Exception {
    var line = refused();
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var ben = sentAgainWhileHeSettles(line.id(), people);
      assertThatThrownBy(ben::get)
          .isInstanceOf(ExecutionException.class)
          .extracting(broken -> ((Refused) broken.getCause()).code())
          .isEqualTo("message.went");
    }
    clinic.send();
    var told = ledger(() -> beans.getBean(Ledger.class).get(line.id()));
    assertThat(told.state()).isEqualTo(EntryState.HANDED_OVER);
    assertThat(told.settled()).isEmpty();
  }

  /** He looked before, and writes after it. */
  private Future<?> sentAgainWhileHeSettles(EntryId id, ExecutorService people) {
    var ledger = beans.getBean(Ledger.class);
    var jdbc = beans.getBean(JdbcClient.class);
    return ledger(() ->
        Objects.requireNonNull(
            beans
                .getBean(TransactionTemplate.class)
                .execute(status -> {
                  ledger.again(id);
                  int mine = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
                  var ben =
                      people.submit(() -> clinic.practice().run(() -> ledger.settle(id, "told")));
                  await()
                      .until(() ->
                          jdbc.sql(WAITS).param("process", mine).query(Integer.class).single() > 0);
                  return ben;
                })));
  }

  @Test
  void what_was_seen_to_is_not_sent_again() {
    var line = refused();
    var ledger = beans.getBean(Ledger.class);
    clinic.practice().run(() -> ledger.settle(line.id(), "told"));
    assertThatThrownBy(() -> clinic.practice().run(() -> ledger.again(line.id())))
        .isInstanceOf(Refused.class);
    assertThat(clinic.send()).isZero();
  }

  @Test
  void what_is_planned_though_somebody_saw_to_it_does_not_go_alone_nor_with_another() {
    var seenTo = booked(9);
    clinic.due(seenTo.id(), Step.BOOKED, Step.DAY);
    seenTo();
    assertThat(clinic.send()).isZero();

    var other = booked(10);
    clinic.due(other.id(), Step.DAY);
    clinic.send();
    assertThat(beans.getBean(TestCarrier.class).to(e164()))
        .singleElement()
        .satisfies(came -> assertThat(came.body()).contains("10:00 AM").doesNotContain("9:00 AM"));
  }

  private Entry refused() {
    var carrier = beans.getBean(TestCarrier.class);
    carrier.says(e164(), TestCarrier.Says.no(21614));
    var visit = booked(9);
    clinic.due(visit.id(), Step.BOOKED);
    clinic.send();
    carrier.reset();
    var line =
        clinic.planned(visit.id(), Step.BOOKED, 1).stream()
            .filter(one -> one.step() == Step.BOOKED)
            .findFirst()
            .orElseThrow();
    assertThat(line.state()).isEqualTo(EntryState.REFUSED);
    return line;
  }

  private Visit booked(int hour) {
    var visit = clinic.book(ana, clinic.inDays(5, hour));
    clinic.planned(visit.id(), Step.BOOKED, 1);
    return visit;
  }

  private void seenTo() {
    clinic
        .practice()
        .run(() ->
            beans
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(status ->
                    beans
                        .getBean(JdbcClient.class)
                        .sql(SEEN_TO)
                        .param("organization", clinic.practice().organization().value())
                        .param("by", clinic.practice().scope().account().orElseThrow().value())
                        .update()));
  }

  private <T> T ledger(java.util.function.Supplier<T> question) {
    return clinic.practice().ask(question);
  }

  private String e164() {
    return Phone.of(number).e164().orElseThrow();
  }
}
