package health.malasakit.inquiries.redflags.web;

import health.malasakit.inquiries.redflags.RedFlag;
import java.util.List;

/**
 * All signs, the worst first.
 *
 * @param typed what she looks for; empty for all
 * @param at at which clinic a chosen sign opens an emergency at once; empty slug while she has yet
 *     to say which
 * @param goesOn address of the emergency that goes on under the sign chosen; empty for a new one
 * @param open her emergencies that are open, that of the caller on the line first
 */
public record FlagsPage(String typed, List<Group> groups, At at, String goesOn, List<Open> open) {

  /** Signs at which the same is done. */
  public record Group(String code, List<RedFlag> flags) {}

  /** A clinic by its address and name. */
  public record At(String slug, String name) {
    static final At UNKNOWN = new At("", "");
  }

  /**
   * The way back to one.
   *
   * @param age since when, in words
   * @param here whether it is that of the caller on the line, or she is on no call
   */
  public record Open(String href, String clinic, String sign, String age, boolean here) {}

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
