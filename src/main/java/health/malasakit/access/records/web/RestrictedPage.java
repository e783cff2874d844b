package health.malasakit.access.records.web;

import health.malasakit.access.records.RecordGate;

/**
 * A record that is restricted, and the way to open it.
 *
 * @param next the page that comes once it is open
 * @param may whether the person may give a reason at all
 * @param typed her reason, when it was not taken
 * @param back the page of ours that she came from, or home
 */
public record RestrictedPage(
    RecordGate.Closed closed, String next, boolean may, Typed typed, String back) {

  /** A reason as typed, and what is wrong with it; both may be empty. */
  public record Typed(String reason, String error) {

    @Override
    public String toString() {
      return "Typed";
    }
  }

  @Override
  public String toString() {
    return "RestrictedPage";
  }
}
