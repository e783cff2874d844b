package health.malasakit.patients.person;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A language she speaks or reads.
 *
 * @param tag BCP 47, for example {@code es}
 */
public record PatientLanguage(String tag, boolean spoken, boolean written, boolean preferred) {

  /** Spoken and written, and the one to use. */
  public static PatientLanguage preferred(String tag) {
    return new PatientLanguage(tag, true, true, true);
  }

  /**
   * The language of letters and texts where it is not the one she speaks with us. Files name
   * languages as spoken and written without preferring any: then nobody has chosen one for letters.
   */
  public static Optional<PatientLanguage> ofLetters(List<PatientLanguage> known) {
    boolean chosen =
        known.stream().anyMatch(PatientLanguage::preferred)
            ? known.stream().noneMatch(one -> one.preferred() && one.written())
            : known.stream().anyMatch(one -> one.spoken() != one.written());
    return known.stream()
        .filter(one -> chosen && one.written())
        .min(Comparator.comparing(PatientLanguage::spoken));
  }
}
