package health.malasakit.coverage;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A coverage on file.
 *
 * @param facts what it says
 * @param seen first and last day on which files mention it; empty for one entered by hand
 * @param source the import it came from, or {@code hand}
 * @param readBy who read it; empty for a file
 */
public record Policy(
    OrganizationId organization,
    PolicyId id,
    PatientId patient,
    PolicyFacts facts,
    Optional<Seen> seen,
    String source,
    Optional<AccountId> readBy,
    Instant readAt) {

  /** First and last day on which files mention it; this is not the period of coverage. */
  public record Seen(LocalDate first, LocalDate last) {

    boolean has(LocalDate day) {
      return !first.isAfter(day) && !last.isBefore(day);
    }

    Seen with(Seen other) {
      return new Seen(
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  /** Whether it covers a day, as far as its dates say. */
  public boolean on(LocalDate day) {
    return facts.startsOn().map(start -> !start.isAfter(day)).orElse(true)
        && facts.endsOn().map(end -> !end.isBefore(day)).orElse(true);
  }

  /** Whether its own first day, or the days on which files mention it, say that it covers a day. */
  public boolean tellsOf(LocalDate day) {
    return on(day)
        && (facts.startsOn().isPresent() || seen.filter(one -> one.has(day)).isPresent());
  }

  @Override
  public String toString() {
    return "Policy[" + id + "]";
  }
}
