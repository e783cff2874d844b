package health.malasakit.inquiries.web;

import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number as switches write it: bare, with a name before it, or inside a SIP or tel address. */
final class ToldNumber {

  private static final Pattern ADDRESS = Pattern.compile("<([^<>]*)>");
  private static final Pattern SIP = Pattern.compile("(?i)^sips?:([^@]+)@.*$");
  private static final Pattern TEL = Pattern.compile("(?i)^tel:(.+)$");
  private static final Pattern OTHER_SCHEME = Pattern.compile("(?i)^[a-z][a-z0-9+.-]*:.*$");
  private static final Pattern PARAMETERS = Pattern.compile("[;?:].*$");

  private ToldNumber() {}

  /** What rings; empty when it was withheld or no number can be read. */
  static Optional<Phone> read(String told) {
    var within = ADDRESS.matcher(told);
    var address = (within.find() ? within.group(1) : told).strip();
    return Optional.of(user(address))
        .filter(text -> text.chars().anyMatch(Character::isDigit))
        .flatMap(ToldNumber::phone);
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
