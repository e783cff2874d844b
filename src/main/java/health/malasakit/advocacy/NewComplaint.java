package health.malasakit.advocacy;

import health.malasakit.kernel.PatientId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A complaint as it is told.
 *
 * @param words the complainant's own
 * @param way spoken, or written and when it came
 * @param solvedHow how it was solved at once; empty when it was not
 */
public record NewComplaint(
    Kind kind, About about, String words, Way way, Who who, Where where, String solvedHow) {

  /**
   * How it came.
   *
   * @param writtenOn the day on which what was written came; empty when it was spoken now
   */
  public record Way(boolean written, Optional<LocalDate> writtenOn) {
    public static final Way SPOKEN = new Way(false, Optional.empty());
  }

  /** Who complains and how to answer her; each empty when she does not say. */
  public record Who(String name, String contact) {
    public static final Who UNNAMED = new Who("", "");

    @Override
    public String toString() {
      return "Who";
    }
  }

  /** In which call it was said, and whose care it is about, as far as that is known. */
  public record Where(Optional<UUID> call, Optional<PatientId> patient) {
    public static final Where NOWHERE = new Where(Optional.empty(), Optional.empty());
  }

  NewComplaint of(Kind other) {
    return new NewComplaint(other, about, words, way, who, where, solvedHow);
  }

  NewComplaint about(Optional<PatientId> patient) {
    var at = new Where(where.call(), patient);
    return new NewComplaint(kind, about, words, way, who, at, solvedHow);
  }

  /** Spoken and solved at once, and nothing that has to be looked at all the same. */
  boolean isLoggedOnly() {
    return !way.written() && !solvedHow.isBlank() && !kind.alarms();
  }

  @Override
  public String toString() {
    return "NewComplaint[" + kind.code() + "]";
  }
}
