package health.malasakit.access.keys;

import health.malasakit.access.web.QrCodePage;
import health.malasakit.ui.Errors;

/** Setting up an authenticator app; secret is the code's, in base 32, for typing by hand. */
public record AppPage(QrCodePage code, String secret, Errors errors) {

  @Override
  public String toString() {
    return "AppPage";
  }
}
