package health.malasakit.access.web;

import health.malasakit.ui.Errors;

/** The locked screen; next is the page that comes back. */
public record LockedPage(String name, String next, PasskeyPage passkey, Errors errors) {

  @Override
  public String toString() {
    return "LockedPage";
  }
}
