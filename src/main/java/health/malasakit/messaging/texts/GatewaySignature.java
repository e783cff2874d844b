package health.malasakit.messaging.texts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a gateway signs what it tells us: the whole address, then each field of the form by name,
 * name and value without anything between, as HMAC-SHA1 under the account's token, in base64
 * (Twilio's "Validating requests", public documentation seen 2026-11-26).
 */
public final class GatewaySignature {

  /** The header in which it comes. */
  public static final String HEADER = "X-Twilio-Signature";

  private static final String ALGORITHM = "HmacSHA1";

  private GatewaySignature() {}

  /** What stands in the header; of a field with several values each counts once, in order. */
  public static String of(String token, String address, Map<String, String[]> form) {
    var signed = new StringBuilder(address);
    new TreeMap<>(form)
        .forEach((name, values) ->
            Arrays.stream(values)
                .distinct()
                .sorted()
                .forEach(value -> signed.append(name).append(value)));
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  /** Compares in a time that tells nothing of where they differ. */
  static boolean isSame(String right, String shown) {
    return MessageDigest.isEqual(right.getBytes(UTF_8), shown.getBytes(UTF_8));
  }
}
