package health.malasakit.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.Client;
import health.malasakit.MalasakitTest;
import health.malasakit.access.records.RecordGate;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.Lives;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What is marked on a visit stays on it, and is taken back only by who says why. */
@MalasakitTest
class MarkedVisitsTest {

  private final ApplicationContext beans;
  private final Visits visits;
  private final FollowUps clinic;
  private final Client client;
  private final Visit visit;

  /** The same visits ten minutes after this one began. */
  private final Visits during;

  MarkedVisitsTest(ApplicationContext beans, Visits visits, @LocalServerPort int port) {
    this.beans = beans;
    this.visits = visits;
    this.clinic = FollowUps.in(beans);
    this.client = Client.on(port).as(clinic.practice().cookie());
    this.visit = clinic.book(clinic.practice().patient("Ana", "Cruz"), clinic.nine());
    var then = visit.time().from().plus(Duration.ofMinutes(10));
    this.during =
        new Visits(
            beans.getBean(VisitStore.class),
            beans.getBean(Occupancy.class),
            beans.getBean(Retaking.class),
            beans.getBean(Lives.class),
            beans.getBean(RecordGate.class),
            beans.getBean(VisitWriting.class),
            beans.getBean(Audit.class),
            Clock.fixed(then, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @ValueSource(strings = {"arrived", "done", "missed"})
  void a_mark_is_kept_and_taken_back_with_a_reason_alone(String mark) {
    var marked = mark(mark);
    assertThat(kept()).isEqualTo(marked);
    assertThat(kept().status().code()).isEqualTo(mark);

    var silent = takeBack(marked, " ");

    assertThat(silent.status()).isEqualTo(422);
    assertThat(silent.body()).contains("Say why, in a few words");
    assertThat(kept()).isEqualTo(marked);

    assertThat(takeBack(marked, "Wrong person at the desk").status()).isEqualTo(302);

    assertThat(kept().status()).isEqualTo(new VisitStatus.Booked());
    assertThat(client.get("/visits/" + visit.id()).body())
        .contains("Taken back", "Wrong person at the desk");
  }

  @Test
  void a_missed_time_is_free_until_the_mark_is_taken_back() {
    var missed = mark("missed");
    var ben = clinic.practice().patient("Ben", "Cruz");
    var his = clinic.book(ben, clinic.nine());

    assertThat(takeBack(missed, "She came").status()).isEqualTo(409);
    assertThat(kept()).isEqualTo(missed);

    clinic.practice().ask(() -> visits.cancel(his.id(), 1, CancelledBy.CLINIC, "Not his time"));
    assertThat(takeBack(missed, "She came").status()).isEqualTo(302);
    assertThatThrownBy(() -> clinic.book(ben, clinic.nine()))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.code()).isEqualTo("time.taken"));
  }

  @Test
  void a_visit_done_keeps_when_the_patient_arrived() {
    var arrived = mark("arrived");

    var done = inOneTransaction(() -> during.finish(visit.id(), arrived.version()));

    assertThat(kept()).isEqualTo(done);
    takeBack(done, "Still with the doctor");
    assertThat(kept().status()).isEqualTo(arrived.status());
  }

  private Visit mark(String mark) {
    return inOneTransaction(() ->
        switch (mark) {
          case "arrived" -> during.arrive(visit.id(), 1);
          case "done" -> during.finish(visit.id(), 1);
          case "missed" -> during.miss(visit.id(), 1);
          default -> throw new AssertionError(mark);
        });
  }

  private Visit inOneTransaction(Supplier<Visit> act) {
    var transactions = beans.getBean(TransactionTemplate.class);
    return clinic
        .practice()
        .ask(() -> Objects.requireNonNull(transactions.execute(status -> act.get())));
  }

  private Client.Answer takeBack(Visit marked, String reason) {
    return client.post(
        "/visits/" + visit.id() + "/correction",
        Map.of("version", marked.version(), "reason", reason));
  }

  private Visit kept() {
    return clinic.practice().ask(() -> visits.get(visit.id()));
  }
}
