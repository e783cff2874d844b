package health.malasakit.inquiries.web;

import health.malasakit.inquiries.Calls;
import health.malasakit.ui.Choice;
import health.malasakit.ui.When;
import java.util.List;

/**
 * The calls of her clinics.
 *
 * @param topics what the page listens for
 * @param said code of what she says: available, break, away
 * @param since since when she says so; empty when she never said
 * @param now code of what is true: talking, writing, or as she says
 * @param seat where she sits; the extension is empty when nowhere
 * @param telephones those at which she can sit
 * @param silent those of which the telephone has said nothing for a while
 * @param team her colleagues at work, without herself
 */
public record CallsPage(
    String topics,
    boolean mayTake,
    boolean mayLead,
    String said,
    String since,
    String now,
    Seated seat,
    List<Choice> telephones,
    List<Line> mine,
    List<Line> waiting,
    List<Line> silent,
    Missed missed,
    List<Line> lead,
    List<TeamLine> team) {

  /**
   * At which telephone she sits.
   *
   * @param lost the extension at which somebody else sat down; empty for none
   * @param lostTo who that is
   */
  public record Seated(String system, String name, String extension, String lost, String lostTo) {}

  /**
   * A call in a list.
   *
   * @param state code of {@link health.malasakit.inquiries.CallState}
   * @param number the other end as it is read; empty when it was withheld
   * @param language by name; empty when unknown
   * @param since when what the state says began
   * @param ended code of how it ended; empty while it goes on
   * @param owner whose it is, by name; empty when nobody's or hers
   * @param entered when it was entered after it had happened; empty when it was known at once
   * @param caller for whom the caller of a call of hers was proven, by name; else empty
   * @param atLead whether it waits for the lead
   */
  public record Line(
      String href,
      String state,
      String clinic,
      String number,
      String queue,
      String language,
      When since,
      String age,
      String ended,
      String extension,
      String owner,
      String entered,
      String caller,
      boolean atLead) {

    /** Id of the clinic, in its address. */
    public String clinicId() {
      return href.split("/", -1)[2];
    }

    /** Its own id, in its address. */
    public String id() {
      return href.split("/", -1)[3];
    }

    /** Whether somebody could be rung who was missed. */
    public boolean ringsBack() {
      return state.equals("missed") && !number.isEmpty();
    }

    @Override
    public String toString() {
      return "Line[" + href + "]";
    }
  }

  /** How many callers of hers wait on hold, when the switch let more wait than may; else none. */
  public int crowd() {
    return crowd(mine);
  }

  static int crowd(List<Line> hers) {
    var held =
        (int)
            hers.stream()
                .filter(one -> one.state().equals("held") && one.owner().isEmpty() && !one.atLead())
                .count();
    return held > Calls.PARKED_MAX ? held : 0;
  }

  /**
   * A page of missed calls.
   *
   * @param all how many there are
   * @param more address of the next page; empty when there is none
   */
  public record Missed(List<Line> lines, int all, String more) {}

  /** Whether nothing is there at all. */
  public boolean quiet() {
    return mine.isEmpty()
        && waiting.isEmpty()
        && silent.isEmpty()
        && missed.lines().isEmpty()
        && lead.isEmpty();
  }
}
