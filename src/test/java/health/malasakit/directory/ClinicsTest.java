package health.malasakit.directory;

import static health.malasakit.directory.DirectorySamples.as;
import static health.malasakit.directory.DirectorySamples.assertRefused;
import static health.malasakit.directory.DirectorySamples.freshNumber;
import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Organization;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A clinic keeps what is written about it, and a dialled number names one. */
@MalasakitTest
class ClinicsTest {

  private final World world;
  private final Clinics clinics;
  private final ClinicProfiles profiles;

  ClinicsTest(World world, Clinics clinics, ClinicProfiles profiles) {
    this.world = world;
    this.clinics = clinics;
    this.profiles = profiles;
  }

  @Test
  void a_clinic_keeps_profile_numbers_hours_holidays_and_switches() {
    var org = world.clinic("Lakeside Family Medicine");
    var number = ClinicNumber.of(freshNumber(), "Main line");
    var zone = ZoneId.of("America/New_York");
    var hours =
        new WeekHours(
            Map.of(
                DayOfWeek.MONDAY,
                List.of(Span.of("8-12"), Span.of("13:00-17:30")),
                DayOfWeek.SATURDAY,
                List.of(Span.of("22:00-02:00"))));
    var christmas = Holiday.closed(LocalDate.of(2099, 12, 25), "Christmas Day");
    var eve =
        new Holiday(
            LocalDate.of(2099, 12, 24), "Christmas Eve", Optional.of(Span.of("09:00-12:00")));
    var off = new Clinic.SwitchedOff("PH", Clinic.Export.PRINT);

    Clinic kept =
        as(
            org,
            () -> {
              profiles.describe(
                  org.id(), new Clinic.Profile("Good day", "LFM", Optional.of(zone)), 0);
              profiles.addNumber(org.id(), number);
              profiles.keepHours(org.id(), hours, 0);
              profiles.addHoliday(org.id(), christmas);
              profiles.addHoliday(org.id(), eve);
              profiles.switchOff(org.id(), off);
              return clinics.bySlug(org.slug());
            });

    assertThat(kept.profile()).isEqualTo(new Clinic.Profile("Good day", "LFM", Optional.of(zone)));
    assertThat(kept.numbers()).extracting(ClinicNumber::e164).containsExactly(number.e164());
    assertThat(kept.hours()).isEqualTo(hours);
    assertThat(kept.holidays()).containsExactly(eve, christmas);
    assertThat(kept.allows(Clinic.Export.PRINT, "PH")).isFalse();
    assertThat(kept.allows(Clinic.Export.PRINT, "US")).isTrue();
    assertThat(clinics.byDialledNumber(number.phone())).contains(org.id());
  }

  @Test
  void a_number_rings_at_one_clinic_only() {
    var one = world.clinic("Lakeside Family Medicine");
    var other = world.clinic("Harbor Pediatrics");
    var number = ClinicNumber.of(freshNumber(), "");
    as(one, () -> add(one, number));

    assertRefused("clinic.number_taken", () -> as(other, () -> add(other, number)));

    assertThat(clinics.byDialledNumber(number.phone())).contains(one.id());
  }

  private int add(Organization clinic, ClinicNumber number) {
    profiles.addNumber(clinic.id(), number);
    return 1;
  }
}
