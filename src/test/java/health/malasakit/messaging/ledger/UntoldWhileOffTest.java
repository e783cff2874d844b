package health.malasakit.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who was not told of a booking while the clinic was off, and what becomes of the visit then. */
class UntoldWhileOffTest {

  private static final Instant NOW = Instant.parse("2026-11-26T15:00:00Z");
  private static final Instant START = NOW.plus(Duration.ofDays(5));
  private static final PatientId ANA = new PatientId(UUID.randomUUID());
  private static final Entry OFF = line(Step.BOOKED, EntryState.CANCELLED, "off");

  @Test
  void she_is_told_of_a_move_as_of_a_booking_and_of_no_cancellation() {
    assertThat(told(true, Step.MOVED, OFF)).containsExactly(Step.BOOKED);
    assertThat(told(false, Step.CANCELLED, OFF)).isEmpty();
    assertThat(told(true, Step.BOOKED, OFF))
        .as("cancelled and taken back")
        .containsExactly(Step.BOOKED);
  }

  @Test
  void unless_a_reminder_told_her_of_it_or_a_person() {
    var reminded = line(Step.THREE_DAYS, EntryState.DELIVERED, "");
    assertThat(told(true, Step.MOVED, OFF, reminded)).containsExactly(Step.MOVED);
    assertThat(told(false, Step.CANCELLED, OFF, reminded)).containsExactly(Step.CANCELLED);

    var called = settled(line(Step.DAY, EntryState.REFUSED, "said_no"));
    assertThat(told(false, Step.CANCELLED, OFF, called)).containsExactly(Step.CANCELLED);
    var planned = line(Step.DAY, EntryState.PLANNED, "");
    assertThat(told(false, Step.CANCELLED, OFF, planned)).isEmpty();
  }

  /** What is planned at the second version, of lines of the first. */
  private static List<Step> told(boolean stands, Step step, Entry... lines) {
    var wanted = new Planned(step, NOW, START, Entry.Urgency.USUAL);
    return new Replan(List.of(lines), Set.of(), ANA, 2, stands, NOW)
        .decide(List.of(wanted), Set.of()).stream()
            .filter(Replan.Change.Add.class::isInstance)
            .map(one -> ((Replan.Change.Add) one).step().step())
            .toList();
  }

  private static Entry line(Step step, EntryState state, String reason) {
    return line(step, state, reason, Optional.empty());
  }

  private static Entry settled(Entry one) {
    return line(one.step(), one.state(), one.reason(), Optional.of(NOW));
  }

  private static Entry line(Step step, EntryState state, String reason, Optional<Instant> settled) {
    return new Entry(
        new OrganizationId(UUID.randomUUID()),
        EntryId.next(),
        ANA,
        UUID.randomUUID(),
        1,
        step,
        Channel.TEXT,
        Entry.Urgency.USUAL,
        state,
        reason,
        NOW,
        NOW,
        START,
        NOW,
        0,
        "",
        settled);
  }
}
