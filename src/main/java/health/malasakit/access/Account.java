package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import java.time.ZoneId;

/**
 * A person who signs in.
 *
 * @param country ISO 3166 alpha-2 of the country she usually works from
 * @param zone the time zone she usually works in
 */
public record Account(AccountId id, String email, String displayName, String country, ZoneId zone) {

  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
