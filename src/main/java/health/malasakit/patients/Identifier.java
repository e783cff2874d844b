package health.malasakit.patients;

import java.util.Locale;

/**
 * A number under which some system knows a patient. Social security, passport and licence numbers
 * are never kept.
 *
 * @param system who gave it, a URI or a short name
 */
public record Identifier(String system, String value, Kind kind) {

  /** System of the clinic's own medical record number when no other is known. */
  public static final String CLINIC_MRN = "mrn";

  /** What the number is. */
  public enum Kind {
    MRN,
    /** Her id in the system a file came from. */
    SOURCE,
    OTHER;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The clinic's own medical record number. */
  public static Identifier mrn(String value) {
    return new Identifier(CLINIC_MRN, value, Kind.MRN);
  }

  /** Letters and digits only, lower case: what is typed is compared with this. */
  public String folded() {
    return folded(value);
  }

  /** So is any number compared. */
  public static String folded(String value) {
    return value.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
  }

  @Override
  public String toString() {
    return "Identifier[" + system + "]";
  }
}
