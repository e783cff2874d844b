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

/** Who took back herself what she had cancelled is told of no booking, when she knows the time. */
class TakenBackByTextTest {

  private static final Instant NOW = Instant.parse("2026-11-26T15:00:00Z");
  private static final Instant START = NOW.plus(Duration.ofDays(5));
  private static final Instant BEFORE = START.minus(Duration.ofHours(2));
  private static final Instant END = START.plus(Duration.ofMinutes(30));
  private static final PatientId ANA = new PatientId(UUID.randomUUID());

  @Test
  void a_reminder_until_the_end_of_a_video_visit_says_nothing_else() {
    assertThat(
            tellsBooked(
                line(Step.BOOKED, 1, EntryState.DELIVERED, START),
                line(Step.TWO_HOURS, 1, EntryState.CANCELLED, END)))
        .isFalse();
  }

  @Test
  void of_a_visit_that_was_moved_the_last_that_told_her_counts() {
    var booked = line(Step.BOOKED, 1, EntryState.DELIVERED, BEFORE);
    assertThat(tellsBooked(booked, line(Step.MOVED, 2, EntryState.DELIVERED, START))).isFalse();
    assertThat(
            tellsBooked(
                line(Step.BOOKED, 1, EntryState.CANCELLED, BEFORE),
                line(Step.BOOKED, 2, EntryState.DELIVERED, START)))
        .as("told of the booking once it was moved")
        .isFalse();
    assertThat(tellsBooked(booked)).as("moved, and nobody told her").isTrue();
    assertThat(tellsBooked(booked, line(Step.MOVED, 2, EntryState.CANCELLED, START)))
        .as("moved, and it did not leave")
        .isTrue();
  }

  @Test
  void a_reminder_that_went_out_told_her_as_well() {
    var booked = line(Step.BOOKED, 1, EntryState.DELIVERED, BEFORE);
    assertThat(tellsBooked(booked, line(Step.DAY, 2, EntryState.DELIVERED, START))).isFalse();
    assertThat(tellsBooked(booked, line(Step.DAY, 2, EntryState.CANCELLED, START))).isTrue();
    assertThat(tellsBooked(line(Step.DAY, 2, EntryState.HANDED_OVER, START))).isFalse();
  }

  @Test
  void a_cancellation_counts_only_when_she_was_told_of_it() {
    var booked = line(Step.BOOKED, 1, EntryState.DELIVERED, START);
    assertThat(tellsBooked(booked, line(Step.CANCELLED, 2, EntryState.DELIVERED, END))).isTrue();
    assertThat(tellsBooked(booked, line(Step.CANCELLED, 2, EntryState.CANCELLED, END))).isFalse();
  }

  @Test
  void what_had_not_left_when_it_was_cancelled_is_told_once_that_is_taken_back() {
    var booked = line(Step.BOOKED, 1, EntryState.DELIVERED, BEFORE);
    var cancelled = line(Step.CANCELLED, 3, EntryState.PLANNED, END);
    var stopped = line(Step.MOVED, 2, EntryState.CANCELLED, START);
    assertThat(tellsBooked(booked, stopped, cancelled)).isTrue();
    assertThat(tellsBooked(Set.of(stopped.id()), booked, stopped, cancelled))
        .as("it may have reached her, and may not")
        .isTrue();
    assertThat(tellsBooked(booked, line(Step.MOVED, 2, EntryState.DELIVERED, START), cancelled))
        .as("she knows, and of no cancellation")
        .isFalse();
  }

  private static boolean tellsBooked(Entry... lines) {
    return tellsBooked(Set.of(), lines);
  }

  /** Of the third version. */
  private static boolean tellsBooked(Set<EntryId> gone, Entry... lines) {
    var wanted = new Planned(Step.BOOKED, NOW, START, Entry.Urgency.USUAL);
    return new Replan(List.of(lines), gone, ANA, 3, true, NOW)
        .decide(List.of(wanted), Set.of()).stream().anyMatch(Replan.Change.Add.class::isInstance);
  }

  private static Entry line(Step step, int version, EntryState state, Instant useless) {
    return new Entry(
        new OrganizationId(UUID.randomUUID()),
        EntryId.next(),
        ANA,
        UUID.randomUUID(),
        version,
        step,
        Channel.TEXT,
        Entry.Urgency.USUAL,
        state,
        state == EntryState.CANCELLED ? Replan.CHANGED : "",
        NOW,
        NOW,
        useless,
        NOW,
        0,
        "",
        Optional.empty());
  }
}
