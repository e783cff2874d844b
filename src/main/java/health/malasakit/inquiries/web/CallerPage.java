package health.malasakit.inquiries.web;

import health.malasakit.inquiries.gate.Candidates;
import health.malasakit.inquiries.outbound.HomeHours;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Who is calling, on the page of a call.
 *
 * @param who code of whose facts are asked now: patient, for_her, office, payer; empty while nobody
 *     chose
 * @param kind code of who is calling, as it was said last; empty while nobody asked
 * @param shut what is not compared any more
 * @param answer code of what came of the last asking: no_match, several, too_many; empty for none
 * @param left how often may be asked again
 * @param facts codes of what this clinic asks beside name and birth date
 * @param speaker name of the caller, when she speaks for another person before and need not say it
 *     again; empty: it is asked
 * @param elsewhere whether she is proven and not shown: another caller is spoken with, or her
 *     record is restricted
 * @param party which organization rings; null when none does
 * @param face the patient for whom the caller is proven; null while there is none
 */
public record CallerPage(
    String who,
    String kind,
    Shut shut,
    String answer,
    int left,
    List<Candidates.Candidate> candidates,
    List<String> facts,
    CallerForm typed,
    String speaker,
    boolean elsewhere,
    @org.jspecify.annotations.Nullable PartyPage party,
    @org.jspecify.annotations.Nullable Face face) {

  /**
   * What is not compared any more, after too many answers that did not match.
   *
   * @param about code: call, number, patient; empty for nothing
   * @param until when it opens again; empty when with the next call
   * @param mayOpen whether she may open it herself
   */
  public record Shut(String about, String until, boolean mayOpen) {

    static final Shut NOTHING = new Shut("", "", false);

    /** Whether nobody more is compared in this call. */
    public boolean stops() {
      return about.equals("call") || about.equals("number");
    }

    /** Whether one thing more is not compared of who may book. */
    public boolean further() {
      return about.equals("patient");
    }

    /** Whether one thing more may still be compared. */
    public boolean compares() {
      return !stops() && !further();
    }

    /** The same for what was said just now. */
    public Shut said() {
      return new Shut("said", "", mayOpen);
    }
  }

  /** The patient's own zone while she is spoken with; never one that nobody confirmed. */
  public Optional<ZoneId> zone(CallPage page) {
    return Optional.ofNullable(face)
        .filter(one -> page.asks())
        .flatMap(Face::hour)
        .filter(HomeHours.Hour::said)
        .map(one -> ZoneId.of(one.clock().zone()));
  }

  /** Key of the heading. */
  public String title() {
    if (face == null) {
      return "inquiries.caller";
    }
    if (face.purpose().isEmpty()) {
      return face.herself() ? "inquiries.caller.proven.herself" : "inquiries.caller.proven";
    }
    return "inquiries.caller.asks.about";
  }

  /** Id of what says what came of the last asking; empty for none. */
  public String described() {
    return List.of("no_match", "several").contains(answer) ? "caller-answer" : "";
  }

  /** Whether the organization that rings has yet to say who it is. */
  public boolean introduces() {
    return party != null && !party.verified() && List.of("office", "payer").contains(who);
  }

  /**
   * The patient for whom the caller is proven, and the three likeliest answers.
   *
   * @param depth code: booking, hearing, payment, record, contact
   * @param purpose code of what an organization that rings may hear of her for: treatment, payment;
   *     empty when none rings
   * @param herself false for whoever speaks for her
   * @param ask code of the further fact to ask first; empty where none opens more
   * @param book address of her openings
   * @param page address of her page, or of what her speaker may hear; empty when not open
   * @param visits those that the caller asks about first
   * @param before what was said and promised before; null when it is not told to this caller
   * @param called what we called her about, the latest first
   * @param code what can be done to change how she is reached
   * @param hour hers now, where it is not the clinic's and her record is open
   */
  public record Face(
      String id,
      String name,
      String depth,
      String purpose,
      boolean herself,
      String ask,
      String book,
      String page,
      Visits visits,
      @org.jspecify.annotations.Nullable Before before,
      List<Called> called,
      CodePage code,
      Optional<HomeHours.Hour> hour) {

    /** Whether one fact more opens more. */
    public boolean maySayMore() {
      return !ask.isEmpty();
    }

    /**
     * Key of what stands for a matter that is not told to this caller.
     *
     * @param shut whether nothing more is compared of her today
     */
    public String untold(boolean shut) {
      if (!maySayMore()) {
        return "outbound.called.closed.never";
      }
      return shut ? "outbound.called.closed.today" : "outbound.called.closed";
    }

    /** Whether that by which she is reached may change. */
    public boolean mayChange() {
      return depth.equals("contact");
    }

    /** Whether there is more than coverage to be told. */
    public boolean tells() {
      return !depth.equals("payment");
    }

    /** Whether visits may be made, moved and cancelled. */
    public boolean books() {
      return tells() && visits.book();
    }

    /** Key of the words of the page that is open. */
    public String opens() {
      return switch (depth) {
        case "hearing" -> "inquiries.hear";
        case "payment" -> "inquiries.pay";
        default -> "inquiries.page";
      };
    }

    @Override
    public String toString() {
      return "Face";
    }
  }

  /**
   * The visit that has begun, and the next.
   *
   * @param told whether this caller may hear of visits
   * @param book whether this caller may make, move and cancel them
   */
  public record Visits(List<Next> next, boolean told, boolean book) {

    /** Key of what stands where no visit is shown: none is, or not to this caller. */
    public String none() {
      return told ? "inquiries.next.none" : "inquiries.next.closed";
    }

    /** Address of the first; empty when there is none to open. */
    public String first() {
      return next.isEmpty() ? "" : next.getFirst().href();
    }
  }

  /**
   * A visit in words to say.
   *
   * @param href empty for who may only hear of it
   */
  public record Next(String href, String words) {

    @Override
    public String toString() {
      return "Next";
    }
  }

  /**
   * What was said and promised before.
   *
   * @param last the last contact in words; empty when none
   * @param promised what was promised in words; empty when nothing is open
   */
  public record Before(String last, String promised) {

    @Override
    public String toString() {
      return "Before";
    }
  }

  /**
   * What we called her about.
   *
   * @param reason empty when this caller may not hear it yet
   * @param tried when she was dialled last, in words; empty when nobody has tried
   */
  public record Called(String id, String reason, String tried, String by) {

    @Override
    public String toString() {
      return "Called";
    }
  }
}
