package health.malasakit.scheduling.web;

import health.malasakit.ui.Choice;
import health.malasakit.ui.When;
import java.util.List;
import java.util.Optional;

/**
 * One visit.
 *
 * @param notices what is to be known at its place or of its practitioner while it lasts
 * @param readBack the sentence to read back to the caller; empty unless it was booked or moved this
 *     moment
 * @param readBackTitle what was done, and where it moved from
 * @param rightAfter the openings that follow it, for a brother or sister; empty unless it was
 *     booked or moved this moment
 * @param may which acts the state allows
 * @param keep whether it is confidential to the patient, or can be
 * @param cover which coverage was on file on its day; empty for one to come, and for whom it is not
 * @param video of a visit by video; empty for any other
 * @param died whether somebody said that the patient has died: nobody is called about the visit
 */
public record VisitPage(
    Whereabouts at,
    String id,
    int version,
    String title,
    String what,
    String where,
    When when,
    Status status,
    List<String> notices,
    String readBack,
    String readBackTitle,
    String patient,
    String rightAfter,
    String day,
    May may,
    KeepWords.Keep keep,
    String cover,
    Optional<Video> video,
    boolean died,
    List<Choice> whose,
    String cancelQuestion,
    List<Line> history) {

  /**
   * Of a visit by video.
   *
   * @param state where she will be, by name; empty when nobody has said it
   * @param form what can be said of it; only while it is booked
   */
  public record Video(String state, VideoForm form, boolean may) {

    @Override
    public String toString() {
      return "Video";
    }
  }

  /** A word and its colour. */
  public record Status(String word, String kind, String icon, String why) {}

  /** Acts that would not be refused for the state alone. */
  public record May(
      boolean arrive, boolean finish, boolean miss, boolean cancel, boolean move, boolean back) {}

  /** A line of the history. */
  public record Line(String act, String at, String by, String time, String reason) {}
}
