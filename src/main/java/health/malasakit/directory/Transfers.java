package health.malasakit.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whom a clinic's calls can be handed over to at one moment. */
public record Transfers(Instant at, List<Line> lines) {

  /** One place, and whether it answers at that moment. */
  public record Line(TransferTarget target, boolean reachable) {}

  /** A stretch in which nobody can be reached; the end is empty when it lasts the whole week. */
  record Gap(Instant from, Optional<Instant> until) {}

  private static final Duration STEP = Duration.ofMinutes(15);
  private static final Duration LOOKED_AHEAD = Duration.ofDays(7);

  static Transfers at(Instant at, Clinic clinic, List<TransferTarget> targets) {
    return new Transfers(
        at, targets.stream().map(each -> new Line(each, each.reachableAt(at, clinic))).toList());
  }

  /** False when nobody who may give medical advice can be reached: said in red. */
  public boolean clinicianReachable() {
    return lines.stream()
        .anyMatch(line -> line.reachable() && line.target().details().desk().clinician());
  }

  public List<TransferTarget> reachable() {
    return lines.stream().filter(Line::reachable).map(Line::target).toList();
  }

  /** The first stretch within a week in which no nurse or clinician on call is said to answer. */
  static Optional<Gap> firstGap(Clinic clinic, List<TransferTarget> targets, Instant now) {
    Instant end = now.plus(LOOKED_AHEAD);
    Optional<Instant> began = Optional.empty();
    for (Instant at = now; at.isBefore(end); at = at.plus(STEP)) {
      boolean covered = Transfers.at(at, clinic, targets).clinicianReachable();
      if (covered && began.isPresent()) {
        return Optional.of(new Gap(began.get(), Optional.of(at)));
      }
      if (!covered && began.isEmpty()) {
        began = Optional.of(quarter(at, now));
      }
    }
    return began.map(from -> new Gap(from, Optional.empty()));
  }

  private static Instant quarter(Instant at, Instant now) {
    Instant start = Instant.ofEpochSecond(at.getEpochSecond() / 900 * 900);
    return start.isBefore(now) ? now : start;
  }
}
