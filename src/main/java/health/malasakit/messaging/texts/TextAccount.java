package health.malasakit.messaging.texts;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.malasakit.kernel.Sentences;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An account at a text gateway that speaks Twilio's Messages API.
 *
 * @param base without the part that the API names, for example {@code https://api.twilio.com}
 * @param token shown to the gateway and to nobody else
 */
public record TextAccount(URI base, String account, String token) {

  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * The account of three settings; empty when none is set.
   *
   * @throws IllegalStateException when one is missing, or is not what it has to be: the message
   *     names the setting and the rule
   */
  static Optional<TextAccount> of(String address, String account, String token) {
    if (address.isBlank() && account.isBlank() && token.isBlank()) {
      return Optional.empty();
    }
    if (!ACCOUNT.matcher(account).matches()) {
      throw wrong("account", "MALASAKIT_TEXTS_ACCOUNT");
    }
    if (token.isBlank()) {
      throw wrong("token", "MALASAKIT_TEXTS_TOKEN");
    }
    return Optional.of(new TextAccount(base(address), account, token));
  }

  private static URI base(String address) {
    try {
      var base = URI.create(address.strip().replaceFirst("/+$", ""));
      if (isSafe(base) && base.getRawQuery() == null && base.getRawFragment() == null) {
        return base;
      }
    } catch (IllegalArgumentException noAddress) {
      // refused below
    }
    throw wrong("address", "MALASAKIT_TEXTS_ADDRESS");
  }

  private static boolean isSafe(URI base) {
    return base.getHost() != null
        && base.getUserInfo() == null
        && ("https".equals(base.getScheme())
            || ("http".equals(base.getScheme()) && THIS_MACHINE.contains(base.getHost())));
  }

  private static IllegalStateException wrong(String rule, String setting) {
    return new IllegalStateException(Sentences.of("texts.setting." + rule, setting));
  }

  /** What it shows at the gateway's door. */
  String shown() {
    var word = account + ":" + token;
    return "Basic " + Base64.getEncoder().encodeToString(word.getBytes(UTF_8));
  }

  /** Where a text is handed over, and where is asked which there are. */
  URI messages() {
    return URI.create(base + "/2010-04-01/Accounts/" + account + "/Messages.json");
  }

  @Override
  public String toString() {
    return "TextAccount";
  }
}
