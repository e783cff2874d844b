package health.malasakit.messaging.mail;

import java.io.IOException;

/** The conversation with a mail server ends here, and it is known why. */
final class SaidNo extends IOException {

  private static final long serialVersionUID = 1;

  private final String code;

  SaidNo(String code) {
    super(code);
    this.code = code;
  }

  String code() {
    return code;
  }
}
