package health.malasakit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

  private static final Instant NINE_IN_NEW_YORK = Instant.parse("2026-11-24T14:00:00Z");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId MANILA = ZoneId.of("Asia/Manila");

  @Test
  void a_moment_is_shown_with_weekday_hour_and_place() {
    assertThat(Moments.at(NINE_IN_NEW_YORK, NEW_YORK))
        .isEqualTo("Tue 24 Nov, 09:00 EST (New York)");
    assertThat(Moments.at(NINE_IN_NEW_YORK, MANILA)).isEqualTo("Tue 24 Nov, 22:00 (Manila)");
    assertThat(Moments.dated(NINE_IN_NEW_YORK, ZoneId.of("Pacific/Guam")))
        .isEqualTo("Wed 25 Nov 2026, 00:00 ChST (Guam)");
    assertThat(Moments.clock(NINE_IN_NEW_YORK, ZoneId.of("America/Phoenix")))
        .isEqualTo("07:00 MST (Phoenix)");
    assertThat(Moments.hour(NINE_IN_NEW_YORK, MANILA)).isEqualTo("22:00");
  }

  @Test
  void what_happened_on_another_day_is_shown_with_it() {
    var today = LocalDate.parse("2026-11-24");

    assertThat(Moments.lately(NINE_IN_NEW_YORK, NEW_YORK, today)).isEqualTo("09:00 EST (New York)");
    assertThat(Moments.lately(NINE_IN_NEW_YORK, NEW_YORK, today.plusDays(1)))
        .isEqualTo("Tue 24 Nov, 09:00 EST (New York)");
  }

  @Test
  void a_date_is_shown_in_words() {
    assertThat(Moments.dated(LocalDate.parse("2026-09-01"))).isEqualTo("Tue 1 Sep 2026");
    assertThat(Moments.day(LocalDate.parse("2026-11-24"))).isEqualTo("Tue 24 Nov");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,now",
    "PT59S,now",
    "PT-59S,now",
    "PT1M,in 1 min",
    "PT59M59S,in 59 min",
    "PT1H,in 1 h",
    "PT3H20M,in 3 h",
    "PT47H59M,in 47 h",
    "PT48H,in 2 d",
    "PT-20M,20 min ago",
    "PT-60H,2 d ago",
  })
  void relative_words_never_promise_more_time_than_there_is(Duration ahead, String words) {
    Instant now = NINE_IN_NEW_YORK;
    assertThat(Moments.relative(now.plus(ahead), now)).isEqualTo(words);
  }
}
