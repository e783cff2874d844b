package health.malasakit.inquiries.texts.web;

import health.malasakit.inquiries.gate.Candidates;
import health.malasakit.inquiries.redflags.RedFlag;
import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One text with everything that can be done about it.
 *
 * @param media how many pictures came with it, which are kept nowhere
 * @param replied what was answered by itself, as code, and how that stands
 * @param answered what a person answered last, and how that stands
 * @param acted what it did with visits by itself
 * @param earlier what came from the same number before, the newest first
 * @param again whether it came again
 * @param about whom a message may be about
 * @param closed whether no text goes to the number
 * @param closedBy that somebody of the clinic closed it, or this text; empty for anything else
 * @param became code of what became of it; empty while it waits
 * @param by who settled it, by name, and when
 */
record TextPage(
    ToReadPage.Line line,
    String topic,
    String slug,
    ZoneId zone,
    int media,
    Replied replied,
    Optional<Answered> answered,
    List<Acted> acted,
    List<Candidates.Candidate> candidates,
    List<RedFlag> flags,
    List<Earlier> earlier,
    Again again,
    List<Step> history,
    List<Choice> kinds,
    List<Choice> about,
    boolean closed,
    String closedBy,
    String became,
    String by,
    Can can,
    int version,
    Doing doing) {

  /** An answer that went out: its code, and code of how it stands; empty for none. */
  record Replied(String code, String state) {}

  /**
   * A person's own answer.
   *
   * @param by who wrote it, by name
   * @param state code of how it stands
   * @param why what is wrong, and what to do; empty where nothing is
   */
  record Answered(String by, String state, String why) {

    /** Whether it is known that she did not get it, or not known that she did. */
    boolean unheard() {
      return !why.isEmpty();
    }
  }

  /**
   * What it did with a visit by itself.
   *
   * @param what code: confirmed, cancelled, undone, asked_to_move, too_late, given_away
   * @param then when the visit was to begin then
   * @param now when it begins now, where that is another time; else empty
   * @param stands code of how it stands now: booked, cancelled and so on
   * @param since whether what the text did or found is not how the visit stands any more
   * @param href its page; empty for who may not open it
   */
  record Acted(String what, String then, String now, String stands, boolean since, String href) {

    @Override
    public String toString() {
      return "Acted[" + what + "]";
    }
  }

  /** What came before. */
  record Earlier(String href, String words, String at, String became) {

    @Override
    public String toString() {
      return "Earlier[" + href + "]";
    }
  }

  /** How often the same words came again while it waited, and when last; 0 for not at all. */
  record Again(int times, String last) {}

  /** What was done or happened: code, by whom, when, with which words. */
  record Step(String what, String by, String at, String words) {

    @Override
    public String toString() {
      return "Step[" + what + "]";
    }
  }

  /** What she may do now. */
  record Can(
      boolean act,
      boolean answer,
      boolean call,
      boolean message,
      boolean flag,
      boolean stop,
      boolean reopen) {}

  /** An act that was tried: its name, what was typed, what is wrong, who was faster. */
  record Doing(String act, TextForm typed, Errors errors, String overtaken) {

    static final Doing NOTHING = new Doing("", TextForm.BLANK, Errors.NONE, "");

    boolean is(String which) {
      return act.equals(which);
    }

    /** What was typed into a field of this act. */
    String typed(String which, String field) {
      return is(which) ? typed.text(field) : "";
    }

    /** What is wrong in a field of this act. */
    String wrong(String which, String field) {
      return is(which) ? errors.of(field) : "";
    }

    @Override
    public String toString() {
      return "Doing[" + act + "]";
    }
  }

  @Override
  public String toString() {
    return "TextPage[" + line + "]";
  }
}
