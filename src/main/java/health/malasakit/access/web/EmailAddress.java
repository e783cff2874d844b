package health.malasakit.access.web;

import health.malasakit.kernel.Refused;

/** The form of an e-mail address; whether it exists, only a mail would tell. */
final class EmailAddress {

  private static final int LENGTH_MAX = 254;

  private EmailAddress() {}

  static String checked(String typed) {
    if (typed.length() <= LENGTH_MAX && typed.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+")) {
      return typed;
    }
    throw Refused.invalid("email.malformed").onField("email");
  }
}
