package health.malasakit.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.ui.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PastVisitsTest {

  @Test
  void past_visits_beyond_twenty_are_folded_away_and_none_is_lost() {
    var past = IntStream.range(0, 33).mapToObj(PastVisitsTest::visit).toList();
    var visits = new PatientPage.Visits(List.of(), past);

    assertThat(visits.newest()).isEqualTo(past.subList(0, 20));
    assertThat(visits.older()).isEqualTo(past.subList(20, 33));
    assertThat(new PatientPage.Visits(List.of(), past.subList(0, 20)).older()).isEmpty();
  }

  private static PatientPage.VisitLine visit(int number) {
    var zone = ZoneId.of("America/New_York");
    var when = When.of(Instant.EPOCH.plusSeconds(number), zone);
    return new PatientPage.VisitLine(
        "", "Visit " + number, "", when, "", "done", false, "", List.of());
  }
}
