package health.malasakit.inquiries;

import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call as a telephone system tells of it for the first time.
 *
 * @param outsideId its own id, by which all events name it
 * @param from the caller's number; empty when it was withheld
 * @param to the number that was dialled, which decides the clinic
 * @param language BCP 47, empty when it did not ask
 */
public record Ring(
    String outsideId,
    Optional<Phone> from,
    Phone to,
    String queue,
    String language,
    Instant startedAt) {

  /** What a path carries as it is. */
  private static final Pattern NAME =
      Pattern.compile("(?=.*[A-Za-z0-9])[A-Za-z0-9._:@+=~,()*$!-]{1,200}");

  private static final Pattern ADDRESS = Pattern.compile("<([^<>]*)>");
  private static final Pattern SIP = Pattern.compile("(?i)^sips?:([^@]+)@.*$");
  private static final Pattern TEL = Pattern.compile("(?i)^tel:(.+)$");
  private static final Pattern OTHER_SCHEME = Pattern.compile("(?i)^[a-z][a-z0-9+.-]*:.*$");
  private static final Pattern PARAMETERS = Pattern.compile("[;?:].*$");

  @Override
  public String toString() {
    return "Ring";
  }

  /** Whether a call can be named so: the events that follow name it in their address. */
  public static boolean names(String outsideId) {
    return NAME.matcher(outsideId).matches();
  }

  /**
   * A number as switches write it: bare, with a name before it, or inside a SIP or tel address.
   *
   * @return empty when it was withheld or no number can be read
   */
  public static Optional<Phone> number(String told) {
    var within = ADDRESS.matcher(told);
    var address = (within.find() ? within.group(1) : told).strip();
    return Optional.of(user(address))
        .filter(text -> text.chars().anyMatch(Character::isDigit))
        .flatMap(Ring::phone);
  }

  private static String user(String address) {
    var sip = SIP.matcher(address);
    if (sip.matches()) {
      return bare(sip.group(1));
    }
    var tel = TEL.matcher(address);
    if (tel.matches()) {
      return bare(tel.group(1));
    }
    return OTHER_SCHEME.matcher(address).matches() ? "" : address;
  }

  /** Without parameters and password, and with its plus. */
  private static String bare(String user) {
    return PARAMETERS
        .matcher(user)
        .replaceFirst("")
        .replace("%2b", "+")
        .replace("%2B", "+")
        .strip();
  }

  private static Optional<Phone> phone(String text) {
    try {
      return Optional.of(Phone.of(text));
    } catch (Refused noNumber) {
      return Optional.empty();
    }
  }
}
