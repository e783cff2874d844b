package health.malasakit.desk.web;

import health.malasakit.ui.Errors;

/**
 * A record that opens only for a reason. It says nothing about the patient.
 *
 * @param mayOpen whether this person may give one
 */
public record ClosedPage(String action, boolean mayOpen, String reason, Errors errors) {

  @Override
  public String toString() {
    return "ClosedPage[]";
  }
}
