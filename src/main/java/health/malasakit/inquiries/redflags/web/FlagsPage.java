package health.malasakit.inquiries.redflags.web;

import health.malasakit.inquiries.redflags.RedFlag;
import java.util.List;

/**
 * All signs, the worst first.
 *
 * @param typed what she looks for; empty for all
 * @param at at which clinic a chosen sign opens an emergency at once; empty slug while she has yet
 *     to say which
 * @param open her emergencies that are open, newest first
 */
public record FlagsPage(String typed, List<Group> groups, At at, List<Open> open) {

  /** Signs at which the same is done. */
  public record Group(String code, List<RedFlag> flags) {}

  /** A clinic by its address and name. */
  public record At(String slug, String name) {
    static final At UNKNOWN = new At("", "");
  }

  /** The way back to one. */
  public record Open(String href, String clinic, String category) {}

  /** Whether a sign opens an emergency as soon as it is chosen. */
  public boolean opens() {
    return !at.slug().isEmpty();
  }
}
