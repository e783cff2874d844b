package health.malasakit.directory.web;

import java.util.List;

/**
 * A clinic at a glance.
 *
 * @param missing what it lacks before its first call; empty when ready
 * @param parts what is written about it, part by part
 */
public record OverviewPage(
    HeadPage head, String open, List<Missing> missing, String missingTitle, List<Part> parts) {

  /** One thing it lacks and where it can be given. */
  public record Missing(String words, String href, boolean urgent) {}

  /** One part with its facts; {@code href} is empty when she may not change it. */
  public record Part(String title, String icon, String href, List<Fact> facts) {}

  /** A word and what is known; an empty fact is said to be missing. */
  public record Fact(String label, String value) {}
}
