package health.malasakit.access.records.web;

import health.malasakit.access.records.RecordGate;

/**
 * A record that is restricted, and the way to open it.
 *
 * @param next the page that comes once it is open
 * @param may whether the person may give a reason at all
 * @param error what is wrong with the reason, or empty
 */
public record RestrictedPage(
    RecordGate.Closed closed, String next, boolean may, String reason, String error) {

  @Override
  public String toString() {
    return "RestrictedPage";
  }
}
