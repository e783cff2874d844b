package health.malasakit.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.ledger.Entry.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What goes at any hour, and who is asked to see to it. */
class EntryTest {

  private static final Instant DUE = Instant.parse("2026-11-25T01:50:00Z");

  @Test
  void what_she_asked_for_goes_at_once_and_not_in_the_night_after() {
    assertThat(line(Urgency.ASKED, 0, "").atOnce(DUE.plusSeconds(5))).isTrue();
    assertThat(line(Urgency.ASKED, 0, "").atOnce(DUE.plus(Duration.ofHours(4)))).isFalse();
    assertThat(line(Urgency.ASKED, 1, "").atOnce(DUE.plusSeconds(5)))
        .as("the gateway was away")
        .isFalse();
    assertThat(line(EntryState.HELD, Urgency.ASKED, 0, "").atOnce(DUE.plusSeconds(5)))
        .as("it was given up before it was tried: nobody answers there")
        .isFalse();
    assertThat(line(Urgency.SOON, 3, "").atOnce(DUE.plus(Duration.ofMinutes(50)))).isTrue();
    assertThat(line(Urgency.SOON, 0, "").atOnce(DUE.plus(Duration.ofHours(4))))
        .as("the clinic's messages were held back until the night")
        .isFalse();
    assertThat(line(Urgency.USUAL, 0, "").atOnce(DUE)).isFalse();
  }

  @Test
  void what_is_put_off_is_news_for_no_longer() {
    var inTheNight = DUE.plus(Duration.ofHours(4));
    assertThat(line(EntryState.HELD, Urgency.SOON, inTheNight).atOnce(inTheNight)).isFalse();
    assertThat(line(EntryState.PLANNED, Urgency.ASKED, inTheNight).atOnce(inTheNight)).isFalse();
    var email = line(EntryState.HELD, Urgency.SOON, DUE).by(Channel.EMAIL, inTheNight);
    assertThat(email.dueAt()).isEqualTo(inTheNight);
    assertThat(email.atOnce(inTheNight)).as("the other channel").isFalse();
  }

  @Test
  void what_went_out_in_english_to_who_reads_another_language_waits_for_a_person() {
    assertThat(line(Urgency.USUAL, 1, "language").open()).isTrue();
    assertThat(line(Urgency.USUAL, 1, "").open()).isFalse();
  }

  private static Entry line(Urgency urgency, int attempts, String reason) {
    return line(EntryState.PLANNED, urgency, attempts, reason);
  }

  private static Entry line(EntryState state, Urgency urgency, int attempts, String reason) {
    return line(new Now(state, reason, DUE), urgency, attempts);
  }

  private static Entry line(EntryState state, Urgency urgency, Instant due) {
    return line(new Now(state, "", due), urgency, 0);
  }

  private record Now(EntryState state, String reason, Instant due) {}

  private static Entry line(Now now, Urgency urgency, int attempts) {
    return new Entry(
        new OrganizationId(UUID.randomUUID()),
        EntryId.next(),
        new PatientId(UUID.randomUUID()),
        UUID.randomUUID(),
        1,
        Step.BOOKED,
        Channel.TEXT,
        urgency,
        now.state(),
        now.reason(),
        now.due(),
        DUE,
        DUE.plus(Duration.ofDays(90)),
        DUE,
        attempts,
        "",
        Optional.empty());
  }
}
