package health.malasakit.scheduling.web;

import health.malasakit.ui.Choice;
import java.util.List;
import java.util.Optional;

/**
 * One day at one site.
 *
 * @param start first moment that is shown
 * @param plans where the sessions of this site are set up
 * @param sites every site whose day she may open, this one among them; empty when it is the only
 * @param steps how many rows of five minutes are shown
 * @param zone IANA name, for the line of now
 * @param exports whether she may take the day with her as a file
 * @param zoneName its abbreviation or label, over the hours
 */
public record DayPage(
    Whereabouts at,
    String title,
    String under,
    String address,
    String before,
    String after,
    String today,
    String find,
    String plans,
    List<Choice> sites,
    String start,
    int steps,
    String zone,
    String zoneName,
    List<Hour> hours,
    List<Column> columns,
    List<String> notices,
    boolean exports) {

  /** A full hour beside the day. */
  public record Hour(int from, String text) {}

  /** A practitioner's column; its topic tells when to read it again. */
  public record Column(
      String id, String who, String where, String topic, String notice, List<Stand> stands) {}

  /**
   * Something in a column.
   *
   * @param kind {@code visit}, {@code held}, {@code busy}, {@code off}, {@code shut} or {@code
   *     open}
   * @param look class of a visit's state, or empty
   * @param from rows of five minutes after the first shown
   * @param rows how many rows of five minutes
   * @param alike what tells her from a namesake of the same day; empty when there is none
   * @param meets {@code phone} or {@code video}; empty for a visit in person and for all else
   * @param kept the word for a confidential visit; empty for all else
   * @param ends the instant at which it ends by itself, as a hold does; else empty
   */
  public record Stand(
      String kind,
      String look,
      int from,
      int rows,
      String time,
      String name,
      String what,
      String word,
      String href,
      Optional<Alike> alike,
      String kept,
      String meets,
      String ends) {}

  /** A namesake on the same day: what is shown on the card, and the sentence that explains it. */
  public record Alike(String born, String why) {}
}
