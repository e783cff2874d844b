package health.malasakit.messaging.ledger;

import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of the lines about a visit once it was booked, moved or cancelled, or the clinic's
 * rule changed. Who was never told of a booking is not told that it is cancelled; a cancellation
 * that was taken back before anybody was told of it is told to nobody; whoever was told of a visit
 * that turned out to be another patient's hears so from a person. Decided twice it is the same.
 *
 * @param lines all about this visit
 * @param version of the visit now
 * @param gone lines whose step may have reached her, however they stand now
 * @param stands whether it is to come
 */
record Replan(
    List<Entry> lines,
    Set<EntryId> gone,
    PatientId patient,
    int version,
    boolean stands,
    Instant now) {

  static final String CHANGED = "changed";
  static final String RULE = "rule";
  static final String NOT_HERS = "not_hers";
  static final String HERS_AGAIN = "hers_again";

  /** What is done to the ledger. */
  sealed interface Change {

    /** There is nothing to tell any more. */
    record Stop(Entry line, String why) implements Change {}

    record Add(Planned step) implements Change {}

    /** The same step at another hour; also one that the clinic's rule had stopped. */
    record Retime(Entry line, Planned step) implements Change {}

    /** A person tells her that the visit of which this told is not hers. */
    record NotHers(Entry told) implements Change {}

    /** It is hers after all, and nobody had told her otherwise yet. */
    record HersAgain(Entry line) implements Change {}
  }

  /**
   * Of a step that the clinic tells, and whose new hour is past, what is planned goes at its own.
   *
   * @param tells reminders that the clinic gives of this visit, also those whose hour is past
   */
  List<Change> decide(List<Planned> wanted, Set<Step> tells) {
    List<Change> changes = new ArrayList<>();
    var steps = wanted.stream().flatMap(one -> told(one).stream()).toList();
    for (var line : lines) {
      stop(line, tells).ifPresent(why -> changes.add(new Change.Stop(line, why)));
    }
    for (var step : steps) {
      change(step).ifPresent(changes::add);
    }
    others().map(Change.NotHers::new).forEach(changes::add);
    lines.stream()
        .filter(line -> line.patient().equals(patient) && notHers(line) && line.open())
        .map(Change.HersAgain::new)
        .forEach(changes::add);
    return changes;
  }

  private Optional<String> stop(Entry line, Set<Step> tells) {
    if (!line.state().unsent()) {
      return Optional.empty();
    }
    if (!current(line) || (line.step() == Step.CANCELLED) == stands) {
      return Optional.of(CHANGED);
    }
    boolean told = line.step().confirms() || tells.contains(line.step());
    return told || !line.dueAt().isAfter(now) || line.state() == EntryState.HELD
        ? Optional.empty()
        : Optional.of(RULE);
  }

  private Optional<Change> change(Planned step) {
    var known = lines.stream().filter(one -> current(one) && one.step() == step.step()).findFirst();
    if (known.isEmpty()) {
      return Optional.of(new Change.Add(step));
    }
    var line = known.get();
    boolean byRule = line.state() == EntryState.CANCELLED && line.reason().equals(RULE);
    boolean moved =
        line.state() == EntryState.PLANNED
            && !line.step().confirms()
            && !line.dueAt().equals(step.dueAt());
    return byRule || moved ? Optional.of(new Change.Retime(line, step)) : Optional.empty();
  }

  /** What others were told last of this visit, which they still expect. */
  private Stream<Entry> others() {
    return lines.stream()
        .filter(line -> !line.patient().equals(patient))
        .collect(Collectors.groupingBy(Entry::patient))
        .values()
        .stream()
        .flatMap(hers -> expected(hers).stream());
  }

  private Optional<Entry> expected(List<Entry> hers) {
    return hers.stream()
        .filter(line -> mayHaveArrived(line) || notHers(line) || byPerson(line))
        .reduce((early, late) -> late.version() >= early.version() ? late : early)
        .filter(line -> line.step() != Step.CANCELLED && line.uselessAt().isAfter(now));
  }

  /** Told by telephone or letter, or perhaps by the server from which a backup was taken. */
  private static boolean byPerson(Entry line) {
    return line.settled().isPresent() || line.reason().equals(Ledger.RESTORED);
  }

  private static boolean notHers(Entry line) {
    return line.reason().equals(NOT_HERS);
  }

  private boolean current(Entry line) {
    return line.version() == version && line.patient().equals(patient);
  }

  private Optional<Planned> told(Planned one) {
    var before =
        last(line -> line.step().confirms())
            .filter(line -> line.step() == Step.BOOKED && untold(line) && !isReminded(line));
    return switch (one.step()) {
      case CANCELLED -> before.isPresent() ? Optional.empty() : Optional.of(one);
      case MOVED ->
          Optional.of(
              before.isPresent() || isNewToHer()
                  ? new Planned(Step.BOOKED, one.dueAt(), one.uselessAt(), one.urgency())
                  : one);
      case BOOKED ->
          takenBackInTime() || toldAndNeverTakenAway(one) ? Optional.empty() : Optional.of(one);
      case WEEK, THREE_DAYS, DAY, TWO_HOURS -> Optional.of(one);
    };
  }

  /** She heard of that visit though nobody told her that it was booked. */
  private boolean isReminded(Entry booked) {
    return lines.stream()
        .filter(line -> line.patient().equals(patient) && !line.step().confirms())
        .filter(line -> line.version() >= booked.version() && line.version() < version)
        .anyMatch(line -> mayHaveArrived(line) || byPerson(line));
  }

  /** Her last such line of an earlier version. */
  private Optional<Entry> last(Predicate<Entry> which) {
    return lines.stream()
        .filter(line -> line.patient().equals(patient) && line.version() < version)
        .filter(which)
        .reduce((early, late) -> late.version() >= early.version() ? late : early);
  }

  /** As it is now it was planned to be told as a booking. */
  private boolean isNewToHer() {
    return lines.stream().anyMatch(one -> current(one) && one.step() == Step.BOOKED);
  }

  /** She was told of the visit at this time, and of no cancellation: she took it back by text. */
  private boolean toldAndNeverTakenAway(Planned booked) {
    return last(this::tells)
            .filter(one -> one.step() != Step.CANCELLED && !untold(one))
            .filter(one -> one.uselessAt().equals(booked.uselessAt()))
            .isPresent()
        && lines.stream().noneMatch(one -> current(one) && one.step() == Step.CANCELLED);
  }

  /**
   * Whether a line decides what she knows of the time: a confirmation, or a reminder that went out.
   * A cancellation of which nobody told her took nothing away.
   */
  private boolean tells(Entry one) {
    return switch (one.step()) {
      case BOOKED, MOVED -> true;
      case CANCELLED ->
          !untold(one) && !one.reason().equals(HERS_AGAIN) && !(notHers(one) && one.open());
      case WEEK, THREE_DAYS, DAY -> mayHaveArrived(one);
      case TWO_HOURS -> false;
    };
  }

  /**
   * A visit that is booked again keeps the version of its cancellation. What was stopped with that
   * and had not left, or may have, is to be told now.
   */
  private boolean takenBackInTime() {
    return lines.stream()
            .anyMatch(one -> current(one) && one.step() == Step.CANCELLED && untold(one))
        && last(one -> one.step() == Step.BOOKED || one.step() == Step.MOVED)
            .filter(Replan::hasNotLeft)
            .isEmpty();
  }

  /** Stopped, or about to be, or not told while the clinic was off: nothing of it has left. */
  private boolean untold(Entry one) {
    return !gone.contains(one.id()) && hasNotLeft(one);
  }

  private boolean mayHaveArrived(Entry one) {
    return one.state().mayHaveArrived() || gone.contains(one.id());
  }

  private static boolean hasNotLeft(Entry one) {
    return one.state().unsent()
        || (one.state() == EntryState.CANCELLED
            && (one.reason().equals(CHANGED) || one.reason().equals(Decisions.OFF)));
  }
}
