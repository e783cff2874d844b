package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A person who signs in.
 *
 * @param country ISO 3166 alpha-2 of the country she usually works from
 * @param zone the time zone she usually works in
 */
public record Account(AccountId id, String email, String displayName, String country, ZoneId zone) {

  /** An e-mail as it is compared: what she types in capitals is the same address. */
  static String folded(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
