package health.malasakit.audit;

import java.util.Optional;

/**
 * What a verification found in one organization.
 *
 * @param lines how many sealed lines were looked at
 * @param anchors how many signed heads were compared
 * @param finding the first thing that is wrong; empty when nothing is
 */
public record Verdict(long lines, long anchors, Optional<Finding> finding) {

  /** What can be wrong. */
  public enum Kind {
    LINE_CHANGED,
    LINE_MISSING,
    LINE_UNSEALED,
    SEAL_CHANGED,
    SEAL_MISSING,
    TAIL_CUT,
    CHAIN_REBUILT,
    ANCHOR_FORGED,
    ARCHIVE_MISSING,
    ARCHIVE_CHANGED
  }

  /**
   * One thing that is wrong, and where.
   *
   * @param sentence names the line or the position and what is wrong with it
   */
  public record Finding(Kind kind, String sentence) {}
}
