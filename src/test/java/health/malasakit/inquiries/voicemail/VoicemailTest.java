package health.malasakit.inquiries.voicemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.malasakit.access.Organization;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Holiday;
import health.malasakit.directory.Span;
import health.malasakit.directory.WeekHours;
import health.malasakit.inquiries.voicemail.Voicemail.Became;
import health.malasakit.inquiries.voicemail.Voicemail.Mark;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoicemailTest {

  private static final OrganizationId CLINIC = OrganizationId.next();

  /** Mondays 09:00 to 17:00 in New York. */
  private static Clinic clinic(WeekHours hours) {
    return new Clinic(
        new Organization(CLINIC, "lakeside", "Lakeside", "NY"),
        new Clinic.Profile("", "", Optional.of(ZoneId.of("America/New_York"))),
        List.of(),
        hours,
        List.<Holiday>of(),
        Set.of(),
        new Clinic.Versions(0, 0));
  }

  private static WeekHours mondays() {
    return new WeekHours(Map.of(DayOfWeek.MONDAY, List.of(Span.of("9:00-17:00"))));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T03:00:00Z, 2026-11-23T14:30:00Z",
    "2026-11-23T13:59:00Z, 2026-11-23T14:30:00Z",
    "2026-11-23T15:00:00Z, 2026-11-23T15:30:00Z",
    "2026-11-23T22:00:00Z, 2026-11-30T14:30:00Z",
  })
  void it_is_to_be_heard_half_an_hour_after_it_came_or_the_clinic_opens(Instant came, Instant due) {
    assertThat(left(came).dueAt(clinic(mondays()))).isEqualTo(due);
  }

  @Test
  void of_a_clinic_whose_hours_nobody_said_half_an_hour_after_it_came() {
    var came = Instant.parse("2026-11-22T03:00:00Z");

    assertThat(left(came).dueAt(clinic(WeekHours.NONE))).isEqualTo(came.plusSeconds(1800));
  }

  private static Voicemail left(Instant came) {
    return new Voicemail(
        CLINIC,
        VoicemailId.next(),
        Optional.empty(),
        Optional.empty(),
        came,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void who_heard_it_first_stays_and_it_becomes_something_once() {
    var first = new Mark(AccountId.next(), Instant.parse("2026-11-23T15:00:00Z"));
    var second = new Mark(AccountId.next(), Instant.parse("2026-11-23T16:00:00Z"));
    var heard = left(Instant.parse("2026-11-23T14:59:00Z")).hear(first);

    assertThat(heard.hear(second).heard()).contains(first);
    var settled = heard.settle(Became.CALL_BACK, second);
    assertThatThrownBy(() -> settled.settle(Became.DONE, first))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.code()).isEqualTo("voicemail.settled"));
  }

  @Test
  void the_kind_of_a_sound_is_found_in_its_first_bytes() {
    assertThat(Recording.of(Sound.wav(440)).kind()).isEqualTo(Recording.Kind.WAV);
    assertThat(Recording.of(ascii("ID3 and tags")).kind()).isEqualTo(Recording.Kind.MP3);
    assertThat(Recording.of(new byte[] {(byte) 0xFF, (byte) 0xFB, 0x50, 0}).kind())
        .isEqualTo(Recording.Kind.MP3);
    assertThat(Recording.of(ascii("OggS pages")).kind()).isEqualTo(Recording.Kind.OGG);
    assertThat(Recording.of(ascii("....ftypM4A ")).kind()).isEqualTo(Recording.Kind.M4A);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "R", "<html><script>", "RIFF....AVI ", "MZ program", "%PDF-1.7"})
  void anything_else_is_no_sound(String bytes) {
    assertThatThrownBy(() -> Recording.of(ascii(bytes)))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.field()).contains("audio"));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
