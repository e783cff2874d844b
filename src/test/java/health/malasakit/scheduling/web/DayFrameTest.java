package health.malasakit.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.scheduling.DayBook.Stands;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DayFrameTest {

  private final DayFrame nineHours =
      new DayFrame(at("13:00"), at("22:00"), ZoneId.of("America/New_York"));

  @Test
  void what_began_before_the_day_is_drawn_from_its_first_row_to_its_own_end() {
    var closed = new Stands.Shut(at("05:00"), at("14:00"), "stocktaking");

    assertThat(nineHours.from(closed)).isZero();
    assertThat(nineHours.rows(closed)).isEqualTo(12);
  }

  @Test
  void what_ends_after_the_day_is_drawn_to_its_last_row() {
    var closed = new Stands.Shut(at("21:00"), at("23:59"), "stocktaking");

    assertThat(nineHours.from(closed)).isEqualTo(96);
    assertThat(nineHours.rows(closed)).isEqualTo(12);
  }

  private static Instant at(String utc) {
    return Instant.parse("2026-11-24T" + utc + ":00Z");
  }
}
