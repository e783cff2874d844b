package health.malasakit.directory;

import health.malasakit.kernel.Refused;

/** Somebody else saved in between: nothing is overwritten, the difference is shown. */
public final class Stale {

  public static final String CODE = "directory.changed_meanwhile";

  private Stale() {}

  /** Conflict, code {@value #CODE}. */
  public static Refused refused() {
    return Refused.conflict(CODE);
  }
}
