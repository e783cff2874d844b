package health.malasakit.access.web;

import health.malasakit.ui.Errors;

/** Setting a password; word is the secret of the link. */
public record PasswordPage(String word, Errors errors) {

  @Override
  public String toString() {
    return "PasswordPage";
  }
}
