package health.malasakit.access.records;

import health.malasakit.access.Digests;
import health.malasakit.kernel.AccountId;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A staff member's own facts, to be compared with patients.
 *
 * @param phone E.164, or empty
 * @param addressHash as {@link #addressHash} makes it, or empty
 */
public record StaffProfile(
    AccountId account,
    String givenName,
    String familyName,
    Optional<LocalDate> birthDate,
    String phone,
    String addressHash) {

  /** Hash of a street line and a ZIP code, the same however they are spaced, cased or dotted. */
  public static String addressHash(String streetLine, String zip) {
    var line = folded(streetLine);
    var code = folded(zip);
    return line.isEmpty() || code.isEmpty()
        ? ""
        : HexFormat.of()
            .formatHex(
                Digests.sha256(
                    "address " + line + " " + code.substring(0, Math.min(5, code.length()))));
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  @Override
  public String toString() {
    return "StaffProfile[" + account + "]";
  }
}
