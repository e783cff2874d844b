package health.malasakit.directory;

import java.time.Instant;
import java.util.List;

/** Whom a clinic's calls can be handed over to at one moment. */
public record Transfers(Instant at, List<Line> lines) {

  /** One place, and whether it answers at that moment. */
  public record Line(TransferTarget target, boolean reachable) {}

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
}
