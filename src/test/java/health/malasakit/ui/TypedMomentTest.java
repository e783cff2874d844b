package health.malasakit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** On 1 November 2026 the clocks of New York went back at two in the morning. */
class TypedMomentTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant LATER = Instant.parse("2026-11-02T15:00:00Z");

  @Test
  void of_an_hour_that_came_twice_nothing_is_taken_until_somebody_says_which() {
    var said = new TypedMoment("yesterday", "1:30");

    assertThat(said.errorsPast(NEW_YORK, LATER).byField()).containsOnlyKeys("fold");
    assertThat(said.twice(NEW_YORK, LATER))
        .extracting(Choice::value)
        .containsExactly("earlier", "later");
    assertThat(past("earlier")).isEqualTo("2026-11-01T05:30:00Z");
    assertThat(past("later")).isEqualTo("2026-11-01T06:30:00Z");
  }

  @Test
  void while_the_second_is_still_to_come_it_was_the_first() {
    var between = Instant.parse("2026-11-01T05:50:00Z");
    var said = new TypedMoment("today", "1:30");

    assertThat(said.errorsPast(NEW_YORK, between).any()).isFalse();
    assertThat(said.past(NEW_YORK, between)).isEqualTo("2026-11-01T05:30:00Z");
  }

  @Test
  void what_is_still_to_come_is_rather_too_early_and_asks_nothing() {
    var before = Instant.parse("2026-10-31T15:00:00Z");
    var said = new TypedMoment("tomorrow", "1:30");

    assertThat(said.errorsAhead(NEW_YORK, before).any()).isFalse();
    assertThat(said.ahead(NEW_YORK, before)).isEqualTo("2026-11-01T05:30:00Z");
  }

  private static Instant past(String fold) {
    var said = new TypedMoment("yesterday", "1:30", fold);
    assertThat(said.errorsPast(NEW_YORK, LATER).any()).isFalse();
    return said.past(NEW_YORK, LATER);
  }
}
