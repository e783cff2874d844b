package health.malasakit.scheduling.told;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitType.Modality;
import health.malasakit.directory.VisitTypes;
import health.malasakit.messaging.ledger.Reached;
import health.malasakit.scheduling.Bookings;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Whom a clinic reaches is asked of all of them at once. */
@MalasakitTest
class ManyReachedTest {

  private final ApplicationContext beans;

  ManyReachedTest(ApplicationContext beans) {
    this.beans = beans;
  }

  @Test
  void many_are_counted_with_no_more_statements_than_few() {
    var few = new ToldPractice(beans);
    var many = new ToldPractice(beans);
    book(few, 2);
    book(many, 12);

    int forFew = statements(few, 2);
    int forMany = statements(many, 12);

    assertThat(forMany).isEqualTo(forFew).isLessThan(40);
  }

  /** Half of them said yes, and they come by video. */
  private static void book(ToldPractice clinic, int patients) {
    var details = new VisitType.Details("Check", 30, Modality.VIDEO, "", 0, VisitType.Patients.ANY);
    var video =
        clinic.practice.ask(() ->
            clinic
                .bean(VisitTypes.class)
                .add(clinic.practice.organization(), details, Set.of(), Set.of()));
    var santos = clinic.practice.practitioner("Santos");
    clinic.practice.seesPatientsAlways(santos, video);
    IntStream.range(0, patients)
        .forEach(nth -> {
          var number = ToldPractice.number();
          var her =
              nth % 2 == 0
                  ? clinic.patient("Ana", number, "en")
                  : clinic.unasked("Ben", number, "en");
          var start = clinic.inDays(5, 9).plusMinutes(30L * nth);
          var wanted =
              nth % 2 == 0
                  ? clinic.practice.wanted(her, santos, video, start)
                  : clinic.practice.wanted(her, clinic.reyes, clinic.followUp, start);
          clinic.practice.ask(() -> clinic.bean(Bookings.class).bookNow(wanted));
        });
  }

  private static int statements(ToldPractice clinic, int patients) {
    return Statements.of(() -> {
      var count =
          clinic.practice.ask(
              () -> clinic.bean(Reached.class).count(clinic.practice.organization()));
      assertThat(count.patients()).isEqualTo(patients);
      assertThat(count.byText()).isEqualTo(patients / 2);
    });
  }
}
