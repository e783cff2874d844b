package health.malasakit.inquiries;

import java.util.Locale;

/** Whether a person takes calls now, as she says herself. */
public enum Availability {
  AVAILABLE,
  BREAK,
  AWAY;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
