package health.malasakit.inquiries.rules.web;

import java.util.List;

/** What calls of a clinic may be about: what it offers first, in its order, then the others. */
public record ReasonRulePage(String clinic, String path, boolean mayChange, List<Line> lines) {

  /**
   * One reason.
   *
   * @param place in the list, as it is typed; empty when it is not offered
   */
  public record Line(String code, String words, String place) {}
}
