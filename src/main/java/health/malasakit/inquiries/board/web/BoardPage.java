package health.malasakit.inquiries.board.web;

import health.malasakit.inquiries.board.Measure;
import java.util.List;

/**
 * The board.
 *
 * @param numbers those of all clinics together, each with what it counts
 * @param clinics one row for each clinic, by name
 * @param languages one row for each language, the most calls first
 * @param team who is on what
 */
record BoardPage(
    String topics,
    String date,
    List<Counted> numbers,
    List<Line> clinics,
    List<Line> languages,
    List<Person> team) {

  /**
   * A number and its definition.
   *
   * @param under a word more, for example of how many; empty when there is none
   * @param href the list that holds what is counted; empty when there is none
   */
  record Counted(Measure measure, String figure, String under, String href) {}

  /** Its cells in the order of the measures. */
  record Line(String name, List<String> cells) {}

  /**
   * Somebody at work.
   *
   * @param state code: talking, writing, held, available, break, away
   * @param since on the clock of whoever looks
   * @param clinic whose call she speaks on; empty when on none, or one of a clinic led by another
   */
  record Person(String name, String state, String since, String clinic) {}

  boolean quiet() {
    return clinics.isEmpty() && team.isEmpty();
  }
}
