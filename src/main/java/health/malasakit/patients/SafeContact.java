package health.malasakit.patients;

import health.malasakit.kernel.Phone;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The only way in which a patient may be reached; the database refuses every other.
 *
 * @param phones numbers as written, the only ones
 * @param emails addresses as written, the only ones
 * @param hours when, on her wall; empty when any hour is safe
 * @param words what may be said when somebody else answers
 */
public record SafeContact(
    List<String> phones, List<String> emails, Optional<Hours> hours, String words) {

  public SafeContact {
    phones = List.copyOf(phones);
    emails = List.copyOf(emails);
  }

  /**
   * Whether it may be shown.
   *
   * @param address digits with country code, or e-mail; empty: no address at all
   */
  public boolean allows(String address) {
    return address.isEmpty()
        || emails.stream().anyMatch(address::equalsIgnoreCase)
        || phones.stream().map(safe -> Phone.of(safe).digits()).anyMatch(address::equals);
  }

  /** From and to on the wall of a zone; to is later than from. */
  public record Hours(LocalTime from, LocalTime to, ZoneId zone) {}

  @Override
  public String toString() {
    return "SafeContact[]";
  }
}
