package health.malasakit.inquiries;

import health.malasakit.kernel.Refused;

/**
 * How a call is written up.
 *
 * @param reason code of {@link WrapUpWords#REASONS}
 * @param outcome code of {@link WrapUpWords#OUTCOMES}
 * @param note two lines at most
 */
public record WrapUp(String reason, String outcome, String note) {

  private static final int NOTE_LENGTH_MAX = 400;

  /** So many lines, and not a story. */
  public static final int NOTE_LINES_MAX = 2;

  /** Refuses what is on neither list, and a note that is a story. */
  public WrapUp {
    if (!WrapUpWords.REASONS.containsKey(reason)) {
      throw Refused.invalid("call.reason").onField("reason");
    }
    if (!WrapUpWords.OUTCOMES.containsKey(outcome)) {
      throw Refused.invalid("call.outcome").onField("outcome");
    }
    note = note.strip();
    if (note.length() > NOTE_LENGTH_MAX || note.lines().count() > NOTE_LINES_MAX) {
      throw Refused.invalid("call.note", NOTE_LENGTH_MAX).onField("note");
    }
  }

  /** Whether she says that something was promised. */
  boolean promised() {
    return outcome.equals("promised");
  }

  @Override
  public String toString() {
    return "WrapUp[" + reason + ", " + outcome + "]";
  }
}
