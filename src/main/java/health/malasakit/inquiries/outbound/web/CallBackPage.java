package health.malasakit.inquiries.outbound.web;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.ui.Choice;
import health.malasakit.ui.When;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Before dialling: whom, about what, at which number, whether now, and what may be left.
 *
 * @param state code of what is to be done now: closed, zone, mine, other, hour, nobody, ready
 * @param hers what is known of her
 * @param dialling who dials which number since when; empty while nobody does
 * @param pace how the attempts fall
 * @param zones to choose hers from, the likeliest chosen
 * @param typed what was sent and has to be asked again
 */
public record CallBackPage(
    String topic,
    String href,
    OrganizationId organization,
    String clinic,
    ZoneId zone,
    String state,
    Hers hers,
    About about,
    Optional<Dialling> dialling,
    List<NumberLine> numbers,
    Pace pace,
    Zones zones,
    List<Tried> tried,
    CallBackForm typed) {

  /**
   * Of the patient.
   *
   * @param zone hers; empty while nobody knows
   * @param now the hour on her clock in words; empty without a zone
   * @param speaks languages by name; empty when nobody said
   * @param interpreter code: needed, not_needed, not_asked
   * @param another what may be said when somebody else answers; empty for the usual
   * @param needs for instance hard of hearing; empty when none
   */
  public record Hers(
      String name,
      String preferred,
      String href,
      Optional<ZoneId> zone,
      String now,
      String speaks,
      String interpreter,
      String another,
      String needs) {

    @Override
    public String toString() {
      return "Hers";
    }
  }

  /**
   * What about.
   *
   * @param source code of where it comes from
   * @param owner who calls; empty for anybody
   * @param mine whether I do
   * @param wish the hours she asked for, in words; empty for none
   * @param closed how it ended, in words; empty while open
   */
  public record About(
      String code,
      String reason,
      boolean confidential,
      String source,
      String by,
      When since,
      When due,
      boolean late,
      String owner,
      boolean mine,
      String wish,
      String closed) {

    @Override
    public String toString() {
      return "About[" + code + "]";
    }
  }

  /** Who dials, since when; the number and the words to leave for her who does. */
  public record Dialling(String attempt, String by, String since, String number, String words) {

    @Override
    public String toString() {
      return "Dialling";
    }
  }

  /**
   * A number of hers.
   *
   * @param digits names it in a form
   * @param standing code of whether it may ring
   * @param stopped why nothing goes out to it, code; empty when it reaches her
   * @param stoppedBy who found that out and when, in words
   * @param words to leave; empty when no message may be left
   * @param against what the clinic's rule says against it now; empty for nothing
   */
  public record NumberLine(
      String digits,
      String shown,
      String standing,
      String stopped,
      String stoppedBy,
      String words,
      String against) {

    public boolean mayRing() {
      return standing.equals("safe");
    }

    @Override
    public String toString() {
      return "NumberLine[" + standing + "]";
    }
  }

  /**
   * How the attempts fall.
   *
   * @param spent whether the rule asks for no further one
   * @param best when the next one is best; empty while her zone is not known
   * @param refused why she is not called now; empty when she may be
   */
  public record Pace(int made, int most, boolean spent, Optional<When> best, String refused) {}

  /** Zones to choose from, and the one that her ZIP proposes; empty when it says nothing. */
  public record Zones(List<Choice> choices, String proposed) {}

  /** An attempt so far. */
  public record Tried(String by, String result, When at, String part, String despite) {}

  @Override
  public String toString() {
    return "CallBackPage[" + href + "]";
  }
}
