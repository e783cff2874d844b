package health.malasakit.inquiries;

import health.malasakit.kernel.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a feature knows was done in a call; its write-up is filled from the last of it. */
public interface DoneHere {

  /**
   * One thing that was done.
   *
   * @param patient in whose name; empty when in nobody's
   * @param reason code of what the call was about; empty when it tells nothing
   * @param outcome code of how it ended; empty when it tells nothing
   * @param words for the note; empty when it tells nothing
   */
  record Did(Optional<PatientId> patient, String reason, String outcome, Instant at, String words) {

    /** For the lists alone, without a word for the note. */
    public Did(Optional<PatientId> patient, String reason, String outcome, Instant at) {
      this(patient, reason, outcome, at, "");
    }

    @Override
    public String toString() {
      return "Did[" + reason + "]";
    }
  }

  /** What whoever runs did in it, as far as she may see it. */
  List<Did> in(Call call);

  /** Whether it is told only where nothing else was done. */
  default boolean unlessElse() {
    return false;
  }
}
