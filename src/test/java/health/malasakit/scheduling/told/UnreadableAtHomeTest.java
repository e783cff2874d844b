package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.ledger.EntryState;
import health.malasakit.messaging.ledger.Step;
import health.malasakit.scheduling.Visit;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One of a household whose reminder is due later on that day cannot be read. */
@MalasakitTest
class UnreadableAtHomeTest {

  private static final int OTHERS = 16;

  private final ApplicationContext beans;
  private ToldPractice clinic;
  private int hour = 9;

  UnreadableAtHomeTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @Test
  void the_others_are_told_together_and_of_none_it_is_asked_one_by_one() {
    int readable = asked(false);
    int unreadable = asked(true);
    assertThat(unreadable).isLessThan(readable + OTHERS);
  }

  /** Statements that it takes to put together what is due. */
  private int asked(boolean broken) {
    clinic = new ToldPractice(beans);
    hour = 9;
    var home = ToldPractice.number();
    var hers = booked(clinic.patient("Ana", home, "en"));
    var his = booked(clinic.patient("Ben", home, "en"));
    var cora = clinic.patient("Cora", home, "en");
    var later = booked(cora);
    var others =
        IntStream.range(0, OTHERS)
            .mapToObj(nth -> booked(clinic.patient("Dan", ToldPractice.number(), "en")))
            .toList();
    Hours.comeIn(clinic, later.id(), Step.DAY, Duration.ofHours(2));
    List.of(hers, his).forEach(visit -> clinic.due(visit.id(), Step.DAY));
    others.forEach(visit -> clinic.due(visit.id(), Step.DAY));
    if (broken) {
      unreadable(cora);
    }

    int asked = Statements.of(clinic::send);

    assertThat(clinic.texts(home)).singleElement().asString().contains("1) Ana, ", "2) Ben, ");
    assertThat(clinic.texts(home).getFirst().contains("3) Cora, ")).isNotEqualTo(broken);
    assertThat(others)
        .allMatch(visit -> clinic.line(visit.id(), Step.DAY).state() == EntryState.HANDED_OVER);
    return asked;
  }

  private void unreadable(PatientId patient) {
    clinic.practice.run(() ->
        clinic
            .bean(TransactionTemplate.class)
            .executeWithoutResult(status ->
                clinic
                    .bean(JdbcClient.class)
                    .sql(
                        "update patients.patient set zone = 'Nowhere/Never' where patient_id = :patient")
                    .param("patient", patient.value())
                    .update()));
  }

  private Visit booked(PatientId patient) {
    var visit = clinic.book(patient, clinic.inDays(5, 0).plusMinutes(30L * hour++));
    clinic.planned(visit.id(), Step.DAY, 1);
    return visit;
  }
}
