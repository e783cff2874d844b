package health.malasakit.messaging.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.messaging.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What becomes of the lines about a visit when something happens to it. */
class ReplanTest {

  private static final Instant NOW = Instant.parse("2026-11-26T15:00:00Z");
  private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
  private static final Instant START = NOW.plus(Duration.ofDays(5));
  private static final PatientId ANA = new PatientId(UUID.randomUUID());
  private static final PatientId ANOTHER = new PatientId(UUID.randomUUID());

  @Test
  void a_new_visit_is_told_and_its_reminders_planned() {
    assertThat(decide(List.of(), 1, true, step(Step.BOOKED), step(Step.DAY)))
        .containsExactly("add booked", "add day");
  }

  @Test
  void a_move_stops_what_is_unsent_of_before_and_keeps_what_was_sent() {
    var lines =
        List.of(
            line(Step.BOOKED, 1, EntryState.DELIVERED),
            line(Step.THREE_DAYS, 1, EntryState.PLANNED),
            line(Step.DAY, 1, EntryState.HELD));
    assertThat(decide(lines, 2, true, step(Step.MOVED), step(Step.DAY)))
        .containsExactly("stop three_days 1 changed", "stop day 1 changed", "add moved", "add day");
  }

  @Test
  void who_was_never_told_of_the_booking_is_told_of_the_booking_and_not_of_a_move() {
    var lines = List.of(line(Step.BOOKED, 1, EntryState.PLANNED));
    assertThat(decide(lines, 2, true, step(Step.MOVED)))
        .containsExactly("stop booked 1 changed", "add booked");
  }

  @Test
  void a_move_that_was_planned_as_a_booking_is_not_told_as_a_move_too() {
    var lines = List.of(line(Step.BOOKED, 2, EntryState.DELIVERED));
    assertThat(decide(lines, 2, true, step(Step.MOVED))).isEmpty();
  }

  @Test
  void who_was_never_told_of_the_booking_is_not_told_that_it_is_cancelled() {
    var lines = List.of(line(Step.BOOKED, 1, EntryState.PLANNED));
    assertThat(decide(lines, 2, false, step(Step.CANCELLED)))
        .containsExactly("stop booked 1 changed");
  }

  @Test
  void a_cancellation_that_is_taken_back_in_time_is_told_to_nobody() {
    var lines =
        List.of(
            line(Step.BOOKED, 1, EntryState.DELIVERED),
            line(Step.CANCELLED, 2, EntryState.PLANNED));
    assertThat(decide(lines, 2, true, step(Step.BOOKED), step(Step.DAY)))
        .containsExactly("stop cancelled 2 changed", "add day");
  }

  @Test
  void one_that_was_told_of_the_cancellation_is_told_that_she_has_the_visit_again() {
    var lines =
        List.of(
            line(Step.BOOKED, 1, EntryState.DELIVERED),
            line(Step.CANCELLED, 2, EntryState.HANDED_OVER));
    assertThat(decide(lines, 2, true, step(Step.BOOKED))).containsExactly("add booked");
  }

  @Test
  void one_that_answered_by_text_is_not_told_what_she_wrote_herself() {
    var lines =
        List.of(line(Step.BOOKED, 1, EntryState.DELIVERED), line(Step.DAY, 1, EntryState.PLANNED));
    assertThat(decide(lines, 2, false)).containsExactly("stop day 1 changed");
    assertThat(decide(List.of(lines.getFirst()), 2, true, step(Step.BOOKED), step(Step.DAY)))
        .as("and undone")
        .containsExactly("add day");
  }

  @Test
  void a_booking_that_was_taken_back_before_it_was_told_is_told_once_it_stands_again() {
    var lines = List.of(line(Step.BOOKED, 1, EntryState.CANCELLED, ANA, "changed", TOMORROW));
    assertThat(decide(lines, 2, true, step(Step.BOOKED), step(Step.DAY)))
        .containsExactly("add booked", "add day");
  }

  @Test
  void what_is_on_its_way_or_in_doubt_is_never_stopped() {
    var lines =
        List.of(
            line(Step.DAY, 1, EntryState.SENDING), line(Step.THREE_DAYS, 1, EntryState.IN_DOUBT));
    assertThat(decide(lines, 2, false, step(Step.CANCELLED))).containsExactly("add cancelled");
  }

  @Test
  void a_visit_that_was_another_patients_stops_for_her_and_begins_anew() {
    var lines = List.of(line(Step.DAY, 2, EntryState.PLANNED, ANOTHER));
    assertThat(decide(lines, 2, true, step(Step.BOOKED), step(Step.DAY)))
        .containsExactly("stop day 2 changed", "add booked", "add day");
  }

  @Test
  void whoever_was_told_of_a_visit_that_is_another_patients_hears_so_from_a_person_once() {
    var told =
        List.of(
            line(Step.BOOKED, 1, EntryState.DELIVERED, ANOTHER),
            line(Step.DAY, 1, EntryState.PLANNED, ANOTHER));
    assertThat(decide(told, 2, true, step(Step.BOOKED)))
        .containsExactly("stop day 1 changed", "add booked", "not hers booked 1");

    var asked = List.of(told.getFirst(), notHers(ANOTHER));
    assertThat(decide(asked, 2, true, step(Step.BOOKED))).containsExactly("add booked");
    var untold = List.of(line(Step.BOOKED, 1, EntryState.REFUSED, ANOTHER));
    assertThat(decide(untold, 2, true, step(Step.BOOKED))).containsExactly("add booked");
    var called = List.of(told.getFirst(), line(Step.CANCELLED, 2, EntryState.HANDED_OVER, ANOTHER));
    assertThat(decide(called, 3, true, step(Step.BOOKED))).containsExactly("add booked");
  }

  @Test
  void a_visit_that_is_hers_again_is_told_again_only_when_somebody_had_said_that_it_is_not() {
    var booked = line(Step.BOOKED, 1, EntryState.DELIVERED);
    assertThat(decide(List.of(booked, notHers(ANA)), 3, true, step(Step.BOOKED)))
        .containsExactly("hers again");
    var said = settled(notHers(ANA));
    assertThat(decide(List.of(booked, said), 3, true, step(Step.BOOKED)))
        .containsExactly("add booked");
  }

  @Test
  void a_step_that_the_clinic_tells_no_more_stops_and_comes_back_with_its_rule() {
    var planned = List.of(line(Step.DAY, 1, EntryState.PLANNED));
    assertThat(decide(planned, 1, true)).containsExactly("stop day 1 rule");
    var stopped = List.of(line(Step.DAY, 1, EntryState.CANCELLED, ANA, "rule", TOMORROW));
    assertThat(decide(stopped, 1, true, step(Step.DAY))).containsExactly("retime day 1");
  }

  @Test
  void another_hour_of_the_rule_moves_what_is_planned() {
    var lines = List.of(line(Step.DAY, 1, EntryState.PLANNED, ANA, "", TOMORROW.plusSeconds(3600)));
    assertThat(decide(lines, 1, true, step(Step.DAY))).containsExactly("retime day 1");
  }

  @Test
  void decided_twice_it_is_the_same() {
    var lines =
        List.of(
            line(Step.BOOKED, 1, EntryState.PLANNED, ANA, "", NOW.plusSeconds(15)),
            line(Step.DAY, 1, EntryState.PLANNED));
    assertThat(decide(lines, 1, true, step(Step.BOOKED), step(Step.DAY))).isEmpty();
    var told =
        List.of(
            line(Step.BOOKED, 1, EntryState.DELIVERED),
            line(Step.CANCELLED, 2, EntryState.CANCELLED, ANA, "changed", NOW),
            line(Step.DAY, 2, EntryState.PLANNED));
    assertThat(decide(told, 2, true, step(Step.BOOKED), step(Step.DAY))).isEmpty();
  }

  private static List<String> decide(
      List<Entry> lines, int version, boolean stands, Planned... wanted) {
    var tells = Arrays.stream(wanted).map(Planned::step).collect(Collectors.toSet());
    return new Replan(lines, Set.of(), ANA, version, stands, NOW)
        .decide(List.of(wanted), tells).stream().map(ReplanTest::written).toList();
  }

  private static String written(Replan.Change change) {
    return switch (change) {
      case Replan.Change.Stop(Entry line, String why) ->
          "stop %s %d %s".formatted(line.step().code(), line.version(), why);
      case Replan.Change.Add(Planned step) -> "add " + step.step().code();
      case Replan.Change.Retime(Entry line, Planned step) ->
          "retime %s %d".formatted(step.step().code(), line.version());
      case Replan.Change.NotHers(Entry told) ->
          "not hers %s %d".formatted(told.step().code(), told.version());
      case Replan.Change.HersAgain(Entry line) -> "hers again";
    };
  }

  private static Entry notHers(PatientId patient) {
    return line(Step.CANCELLED, 2, EntryState.REFUSED, patient, Replan.NOT_HERS, NOW);
  }

  private static Entry settled(Entry one) {
    return new Entry(
        one.organization(),
        one.id(),
        one.patient(),
        one.visit(),
        one.version(),
        one.step(),
        one.channel(),
        one.urgency(),
        one.state(),
        one.reason(),
        one.dueAt(),
        one.wantedAt(),
        one.uselessAt(),
        one.since(),
        one.attempts(),
        one.to(),
        Optional.of(NOW));
  }

  private static Planned step(Step step) {
    return new Planned(step, TOMORROW, START, Entry.Urgency.USUAL);
  }

  private static Entry line(Step step, int version, EntryState state) {
    return line(step, version, state, ANA);
  }

  private static Entry line(Step step, int version, EntryState state, PatientId patient) {
    return line(step, version, state, patient, "", TOMORROW);
  }

  private static Entry line(
      Step step, int version, EntryState state, PatientId patient, String reason, Instant due) {
    return new Entry(
        new OrganizationId(UUID.randomUUID()),
        EntryId.next(),
        patient,
        UUID.randomUUID(),
        version,
        step,
        Channel.TEXT,
        Entry.Urgency.USUAL,
        state,
        reason,
        due,
        due,
        START,
        NOW,
        0,
        "",
        Optional.empty());
  }
}
