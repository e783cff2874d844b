package health.malasakit.inquiries.mixups.web;

import health.malasakit.ui.Choice;
import java.util.List;

/**
 * How often something went, or nearly went, to the wrong person; of nobody by name.
 *
 * @param counts of what was moved, by how it came about
 * @param nearly of what nearly happened, by kind
 * @param clinics where she may write one down; empty when she may not
 * @param added whether she has just written one down
 */
public record CountsPage(
    int days,
    List<Count> counts,
    int all,
    List<Near> nearly,
    List<Choice> clinics,
    boolean added,
    NearMissForm form) {

  /** Code of whose slip, and how often. */
  public record Count(String slip, int times) {}

  /** Codes of what nearly happened and of how it came about, and how often. */
  public record Near(String what, String slip, int times) {}
}
