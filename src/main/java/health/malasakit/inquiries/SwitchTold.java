package health.malasakit.inquiries;

import java.util.Locale;

/** Whether the switch knows who took a call. */
public enum SwitchTold {
  TOLD,
  /** It answered, and not with yes. */
  REFUSED,
  /** It did not answer. */
  UNREACHABLE,
  /** Whoever took the call sits at no telephone of that switch. */
  NO_SEAT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
