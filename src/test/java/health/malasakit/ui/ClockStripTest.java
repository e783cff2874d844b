package health.malasakit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ClockStripTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId MANILA = ZoneId.of("Asia/Manila");

  @Test
  void who_shares_a_place_shares_its_clock() {
    assertThat(labels(new ClockStrip().add("Here", MANILA).add("Clinic", NEW_YORK)))
        .containsExactly("Here, Manila", "Clinic, New York");
    assertThat(
            labels(
                new ClockStrip()
                    .add("Here", MANILA)
                    .add("Clinic", NEW_YORK)
                    .add("Patient", NEW_YORK)))
        .containsExactly("Here, Manila", "Clinic and patient, New York");
    assertThat(
            labels(
                new ClockStrip()
                    .add("Here", NEW_YORK)
                    .add("Clinic", NEW_YORK)
                    .add("Patient", NEW_YORK)))
        .containsExactly("Here, clinic, and patient, New York");
  }

  @Test
  void one_place_under_two_names_of_its_zone_is_one_clock() {
    var both =
        new ClockStrip()
            .add("Clinic", ZoneId.of("America/Indiana/Indianapolis"))
            .add("Patient", ZoneId.of("America/Indianapolis"));

    assertThat(labels(both)).containsExactly("Clinic and patient, Indianapolis");
  }

  private static List<String> labels(ClockStrip strip) {
    return strip.at(TestShells.NOW, Locale.ENGLISH).stream().map(Clock::label).toList();
  }
}
