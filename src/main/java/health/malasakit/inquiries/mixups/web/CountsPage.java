package health.malasakit.inquiries.mixups.web;

import java.util.List;

/** How often something went to the wrong person, by whose slip it was; of nobody by name. */
public record CountsPage(int days, List<Count> counts, int all) {

  /** Code of whose slip, and how often. */
  public record Count(String slip, int times) {}
}
