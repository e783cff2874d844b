package health.malasakit.scheduling.answers.web;

import java.util.List;

/**
 * Until how long before a visit its patient can cancel it by text.
 *
 * @param hours as they stand or were typed
 * @param usual while the clinic says nothing
 * @param lines who set it before, the newest first; empty while nobody did
 */
public record LateLimitPage(String slug, String clinic, String hours, int usual, List<Line> lines) {

  /**
   * What was set.
   *
   * @param by name of who set it; empty for a job
   */
  public record Line(int hours, String by, String at) {}

  String path() {
    return "/clinics/" + slug;
  }
}
