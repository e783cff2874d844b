package health.malasakit.inquiries.web;

import health.malasakit.inquiries.gate.Candidates;
import java.util.List;

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

    /** The same for what was said just now. */
    public Shut said() {
      return new Shut("said", "", mayOpen);
    }
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
   * @param ask code of the further fact to ask first
   * @param book address of her openings
   * @param page address of her page, or of what her speaker may hear; empty when not open
   * @param nextHref address of the next visit; empty when none
   * @param next the next visit in words to say; empty when none
   * @param last the last contact in words; empty when none
   * @param promised what was promised in words; empty when nothing is open
   * @param called what we called her about, the latest first
   * @param code what can be done to change how she is reached
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
      String nextHref,
      String next,
      String last,
      String promised,
      List<Called> called,
      CodePage code) {

    /** Whether one fact more opens her record: she says it herself. */
    public boolean maySayMore() {
      return herself && depth.equals("booking");
    }

    /** Key of what stands where no visit is shown: none is, or not to this caller, or not here. */
    public String noNext() {
      if (herself || purpose.equals("treatment")) {
        return "inquiries.next.none";
      }
      return page.isEmpty() ? "inquiries.next.closed" : "inquiries.next.hear";
    }

    /** Whether that by which she is reached may change. */
    public boolean mayChange() {
      return depth.equals("contact");
    }

    /** Whether what was told her and promised may be told. */
    public boolean record() {
      return herself && (depth.equals("record") || depth.equals("contact"));
    }

    /** Whether visits may be named and made. */
    public boolean books() {
      return !depth.equals("payment");
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
