package health.malasakit.inquiries;

import java.util.Locale;

/** Where a call stands. */
public enum CallState {
  /** Nobody has answered. */
  RINGING,
  /** Answered at an extension where nobody is known to sit. */
  UNCLAIMED,
  TALKING,
  HELD,
  /** Over, and its owner has yet to write it up. */
  WRITING,
  /** Over, and it was never anybody's. */
  MISSED,
  CLOSED;

  /** Follows from what happened and whose it is. */
  static CallState of(Course course, Handling handling) {
    if (handling.closed().isPresent()) {
      return CLOSED;
    }
    if (course.over() || handling.passedOn(course)) {
      return handling.owner().isPresent() ? WRITING : MISSED;
    }
    if (handling.owner().isPresent()) {
      return course.held() ? HELD : TALKING;
    }
    return course.answered() ? UNCLAIMED : RINGING;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the caller is still on the line. */
  public boolean live() {
    return this == RINGING || this == UNCLAIMED || this == TALKING || this == HELD;
  }
}
