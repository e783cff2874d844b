package health.malasakit.inquiries.redflags.web;

import health.malasakit.inquiries.redflags.Emergency;
import health.malasakit.inquiries.redflags.RedFlag;
import health.malasakit.ui.Choice;
import java.util.List;

/**
 * All signs, the worst first.
 *
 * @param typed what she looks for; empty for all
 * @param at at which clinic a chosen sign opens an emergency at once; empty slug while she has yet
 *     to say which
 * @param goesOn address of the emergency that goes on under the sign chosen; empty for a new one
 * @param open her emergencies that are open, that of the caller on the line first
 * @param ofOthers those that others have open where she leads
 * @param ended what she closed just now
 */
public record FlagsPage(
    String typed,
    List<Group> groups,
    At at,
    String goesOn,
    List<Open> open,
    List<Open> ofOthers,
    Ended ended) {

  /** Signs at which the same is done. */
  public record Group(String code, List<RedFlag> flags) {}

  /**
   * A clinic by its address and name.
   *
   * @param name with whom who waits there, when a sign is about her
   * @param caller id of her call; empty for the caller on the line, or none
   */
  public record At(String slug, String name, String caller) {
    static final At UNKNOWN = new At("", "", "");
  }

  /**
   * The way back to one.
   *
   * @param href empty while it is closed to her, because she is on another call
   * @param age since when, in words
   * @param by who opened it; empty for her own
   * @param here whether it is that of the caller on the line, or she is on no call
   * @param whose which of several who wait it is about, in words; empty while none or one does
   * @param mayBe callers on her line whose it may be, while it is tied to no call
   */
  public record Open(
      String href,
      String clinic,
      String sign,
      String age,
      String by,
      boolean here,
      String whose,
      List<Choice> mayBe) {

    /** Key of why it stands there. */
    public String why() {
      if (!mayBe.isEmpty()) {
        return "redflags.untied.why";
      }
      if (here) {
        return "redflags.another.why";
      }
      return whose.isEmpty() ? "redflags.other_caller.open" : "redflags.other_caller.waits";
    }
  }

  /**
   * What she closed just now, on a call.
   *
   * @param outcome code of how it ended; empty when she closed none
   * @param call address of the call she is on; empty for none
   */
  public record Ended(String outcome, String call) {}

  /** What floats over every page, and what it listens for. */
  public record Strip(String topics, List<Open> open, List<Open> ofOthers) {

    /** The one it shows: her own before another's. */
    public Open first() {
      return open.isEmpty() ? ofOthers.getFirst() : open.getFirst();
    }

    public boolean any() {
      return !open.isEmpty() || !ofOthers.isEmpty();
    }

    /** How many it does not show. */
    public int more() {
      return open.size() + ofOthers.size() - 1;
    }
  }

  /** The same, after she closed one. */
  FlagsPage after(String outcome) {
    var how = outcome.isEmpty() ? "" : Emergency.Outcome.of(outcome).code();
    return new FlagsPage(typed, groups, at, goesOn, open, ofOthers, new Ended(how, ended.call()));
  }

  /** Whether a sign opens an emergency as soon as it is chosen. */
  public boolean opens() {
    return !at.slug().isEmpty();
  }

  /** Where a sign is sent to. */
  public String action(RedFlag flag) {
    return goesOn.isEmpty() ? "/red-flags/" + flag.code() + "/emergency" : goesOn + "/sign";
  }

  /** The emergency that goes on; empty for a new one. */
  public String within() {
    return goesOn.substring(goesOn.lastIndexOf('/') + 1);
  }
}
