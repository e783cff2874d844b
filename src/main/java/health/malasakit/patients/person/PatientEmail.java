package health.malasakit.patients.person;

import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address of a patient as written; one that cannot be right is kept, and not used. */
public record PatientEmail(ContactUse use, String written) {

  private static final Pattern PLAUSIBLE =
      Pattern.compile("[^@\\s<>,;]+@[^@\\s<>,;.]+(\\.[^@\\s<>,;.]+)+");

  public PatientEmail {
    written = Written.line(written);
  }

  public boolean valid() {
    return PLAUSIBLE.matcher(written).matches();
  }

  /** Lower case, for comparing. */
  public String folded() {
    return written.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "PatientEmail[" + use + "]";
  }
}
