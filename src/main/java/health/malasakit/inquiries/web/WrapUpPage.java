package health.malasakit.inquiries.web;

import health.malasakit.inquiries.copies.Copy;
import health.malasakit.ui.Choice;
import health.malasakit.ui.TypedMoment;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a call is written up, or was.
 *
 * @param clinic its slug
 * @param typed what was typed so far, or what follows from what was done
 * @param readBack to say aloud before the call ends, a sentence for each visit
 * @param about whom the note and the promise may be about, when there are several
 * @param aboutNow id of the one that is proposed
 * @param next where she goes on, once it is written up
 * @param keepers who may keep a promise, she herself first; empty when she may make none
 * @param copies what was written, as it is copied, about each patient apart
 * @param kept what was typed for a call that was written up already
 * @param parts what was noted and promised by who had the call before
 * @param wentOn whether it was hers, somebody else has it now, and her part is not noted yet
 */
public record WrapUpPage(
    String clinic,
    Written written,
    WrapUpForm typed,
    List<String> readBack,
    List<Choice> about,
    String aboutNow,
    Next next,
    List<Choice> reasons,
    List<Choice> outcomes,
    List<Choice> keepers,
    List<Copy> copies,
    Kept kept,
    List<Written> parts,
    boolean wentOn) {

  /**
   * What was written, in words; all is empty until it is saved.
   *
   * @param hidden whether nothing but who wrote it and when may be shown
   */
  public record Written(
      String reason,
      String outcome,
      String note,
      Promised promised,
      String by,
      String at,
      boolean hidden) {
    static final Written NOTHING = new Written("", "", "", Promised.NOTHING, "", "", false);

    static Written hidden(String by, String at) {
      return new Written("", "", "", Promised.NOTHING, by, at, true);
    }
  }

  /**
   * What was typed beside a write-up that stands already.
   *
   * @param by who wrote that up, and when; empty for nothing
   */
  public record Kept(String by, String at, List<Typed> lines) {
    static final Kept NOTHING = new Kept("", "", List.of());

    public boolean any() {
      return !by.isEmpty();
    }

    /** All of it, line by line. */
    public String text() {
      return lines.stream().map(Typed::words).collect(Collectors.joining("\n"));
    }

    /** Whether something was promised that nobody has to keep yet. */
    public boolean promises() {
      return lines.stream().anyMatch(one -> one.name().equals("promise"));
    }

    @Override
    public String toString() {
      return "Kept";
    }
  }

  /** What was typed in one field. */
  public record Typed(String name, String words) {

    @Override
    public String toString() {
      return "Typed[" + name + "]";
    }
  }

  /**
   * Where she goes on.
   *
   * @param waits whether a caller of hers waits there
   */
  public record Next(String href, boolean waits) {}

  /** What was promised, until when, by whom, and where that promise stands; empty for nothing. */
  public record Promised(String words, String until, String keeper, String href) {
    static final Promised NOTHING = new Promised("", "", "", "");
  }

  /** Until when something is promised, as it is typed. */
  public TypedMoment until() {
    return typed.until();
  }
}
