package health.malasakit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.access.Organization;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SetUpTest {

  private static final OrganizationId ORGANIZATION = OrganizationId.next();
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant TUESDAY_TEN = Instant.parse("2026-11-24T15:00:00Z");
  private static final Instant TUESDAY_NIGHT = Instant.parse("2026-11-25T03:00:00Z");

  @Test
  void a_new_clinic_lacks_everything_and_no_clinician_comes_first_in_red() {
    var lacks = setUp(clinic(Clinic.Profile.EMPTY, WeekHours.NONE)).lacks(TUESDAY_TEN);

    assertThat(lacks.getFirst().key()).isEqualTo("directory.lack.clinician_now");
    assertThat(lacks.getFirst().urgent()).isTrue();
    assertThat(lacks)
        .extracting(lack -> lack.key().substring("directory.lack.".length()))
        .contains("number", "greeting", "neutral_name", "zone", "hours", "holidays", "site")
        .contains("practitioner", "visit_type", "transfer_front_desk", "transfer_interpreter");
    assertThat(lacks).allMatch(lack -> lack.href().startsWith("/clinics/lakeside/"));
  }

  @Test
  void a_neutral_name_that_tells_the_kind_of_care_is_none() {
    var telling = new Clinic.Profile("Good day", "Bay Oncology", Optional.of(NEW_YORK));
    var neutral = new Clinic.Profile("Good day", "Bay Offices", Optional.of(NEW_YORK));

    assertThat(setUp(clinic(telling, weekdays())).lacks(TUESDAY_TEN))
        .anyMatch(lack -> lack.key().endsWith("neutral_name"));
    assertThat(setUp(clinic(neutral, weekdays())).lacks(TUESDAY_TEN))
        .noneMatch(lack -> lack.key().endsWith("neutral_name"));
  }

  @Test
  void a_nurse_by_day_alone_leaves_the_night_open_and_the_gap_is_named() {
    var nurse = target(TransferTarget.Desk.NURSE, TransferTarget.Reach.OPEN_HOURS);

    var lacks = setUp(open(), nurse).lacks(TUESDAY_TEN);

    assertThat(lacks.getFirst().key()).isEqualTo("directory.lack.clinician_gap");
    assertThat(lacks.getFirst().about().getFirst()).contains("17:00 EST (New York)");
    assertThat(setUp(open(), nurse).lacks(TUESDAY_NIGHT).getFirst().key())
        .isEqualTo("directory.lack.clinician_now");
  }

  @Test
  void a_nurse_by_day_and_a_clinician_on_call_by_night_cover_the_week() {
    var nurse = target(TransferTarget.Desk.NURSE, TransferTarget.Reach.OPEN_HOURS);
    var onCall = target(TransferTarget.Desk.ON_CALL, TransferTarget.Reach.AFTER_HOURS);

    assertThat(setUp(open(), nurse, onCall).lacks(TUESDAY_TEN)).noneMatch(Lack::urgent);
    assertThat(Transfers.firstGap(open(), List.of(nurse, onCall), TUESDAY_NIGHT)).isEmpty();
  }

  @Test
  void who_answers_follows_the_hour_and_a_front_desk_is_no_clinician() {
    var desk = target(TransferTarget.Desk.FRONT_DESK, TransferTarget.Reach.OPEN_HOURS);
    var onCall = target(TransferTarget.Desk.ON_CALL, TransferTarget.Reach.AFTER_HOURS);
    var all = List.of(desk, onCall);

    assertThat(Transfers.at(TUESDAY_TEN, open(), all).reachable()).containsExactly(desk);
    assertThat(Transfers.at(TUESDAY_TEN, open(), all).clinicianReachable()).isFalse();
    assertThat(Transfers.at(TUESDAY_NIGHT, open(), all).reachable()).containsExactly(onCall);
    assertThat(Transfers.at(TUESDAY_NIGHT, open(), all).clinicianReachable()).isTrue();
  }

  @Test
  void without_a_zone_only_a_line_that_always_answers_counts() {
    var nowhere = clinic(Clinic.Profile.EMPTY, weekdays());
    var always = target(TransferTarget.Desk.NURSE, TransferTarget.Reach.ALWAYS);
    var onCall = target(TransferTarget.Desk.ON_CALL, TransferTarget.Reach.AFTER_HOURS);

    assertThat(Transfers.at(TUESDAY_NIGHT, nowhere, List.of(always, onCall)).reachable())
        .containsExactly(always);
  }

  @Test
  void a_visit_type_that_takes_a_room_nobody_has_is_named() {
    var type =
        new VisitType(
            VisitTypeId.next(),
            ORGANIZATION,
            new VisitType.Details(
                "Ultrasound", 30, VisitType.Modality.IN_PERSON, "", 0, VisitType.Patients.ANY),
            Set.of(),
            Set.of(new VisitType.Need(Resource.Type.DEVICE, "ultrasound")),
            true,
            1);
    var setUp =
        new SetUp(open(), List.of(), List.of(), List.of(), List.of(type), List.of(), List.of());

    assertThat(setUp.lacks(TUESDAY_TEN))
        .anySatisfy(lack -> {
          assertThat(lack.key()).isEqualTo("directory.lack.resource");
          assertThat(lack.about()).containsExactly("Ultrasound", "ultrasound");
        });
  }

  private static SetUp setUp(Clinic clinic, TransferTarget... transfers) {
    return new SetUp(
        clinic, List.of(), List.of(), List.of(), List.of(), List.of(), Arrays.asList(transfers));
  }

  private static TransferTarget target(TransferTarget.Desk desk, TransferTarget.Reach reach) {
    return new TransferTarget(
        TransferTargetId.next(),
        ORGANIZATION,
        new TransferTarget.Details(
            desk,
            desk.name(),
            Phone.of("(212) 555-0123"),
            "",
            reach,
            WeekHours.NONE,
            new TransferTarget.Fallback(Optional.empty(), "take a message")),
        1);
  }

  private static Clinic open() {
    return clinic(new Clinic.Profile("Good day", "LFM", Optional.of(NEW_YORK)), weekdays());
  }

  private static WeekHours weekdays() {
    Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
        days.put(day, List.of(Span.of("08:00-17:00")));
      }
    }
    return new WeekHours(days);
  }

  private static Clinic clinic(Clinic.Profile profile, WeekHours hours) {
    return new Clinic(
        new Organization(ORGANIZATION, "lakeside", "Lakeside Family Medicine", "NY"),
        profile,
        List.of(),
        hours,
        profile.zone().isPresent()
            ? List.of(Holiday.closed(LocalDate.of(2026, 12, 25), "Christmas Day"))
            : List.of(),
        Set.of(),
        new Clinic.Versions(0, 0));
  }
}
