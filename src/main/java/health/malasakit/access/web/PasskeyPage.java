package health.malasakit.access.web;

import health.malasakit.access.Passkeys;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the browser needs to ask a key.
 *
 * @param keys ids of her keys in base64url, with spaces between
 */
public record PasskeyPage(String challenge, String host, String keys) {

  /** What these keys of this site are asked. */
  public static PasskeyPage of(String challenge, Passkeys.Site site, List<Passkeys.Key> keys) {
    return new PasskeyPage(
        challenge,
        site.host(),
        keys.stream().map(Passkeys.Key::id).collect(Collectors.joining(" ")));
  }

  /** Whether there is any key to ask. */
  public boolean any() {
    return !keys.isEmpty();
  }
}
