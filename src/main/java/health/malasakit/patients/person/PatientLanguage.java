package health.malasakit.patients.person;

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
}
