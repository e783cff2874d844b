package health.malasakit.coverage;

import health.malasakit.kernel.Refused;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a coverage says. Texts that nobody said are empty.
 *
 * @param state two letters; required for Medicaid entered by hand
 * @param place order of payment: 1 primary, 2 secondary, 3 tertiary
 */
public record PolicyFacts(
    String payer,
    Programme programme,
    Optional<String> state,
    String plan,
    String memberId,
    Subscriber subscriber,
    String subscriberName,
    int place,
    Optional<LocalDate> startsOn,
    Optional<LocalDate> endsOn,
    Basis basis) {

  private static final int PLACE_MAX = 3;

  /** The same facts, checked; refuses with the field that is wrong. */
  public PolicyFacts checked() {
    if (payer.isBlank() && programme != Programme.SELF_PAY) {
      throw refused("payer");
    }
    if (programme == Programme.MEDICAID && state.isEmpty() && basis != Basis.FILE) {
      throw refused("state");
    }
    if (place < 1 || place > PLACE_MAX) {
      throw refused("place");
    }
    if (startsOn.isPresent() && endsOn.isPresent() && endsOn.get().isBefore(startsOn.get())) {
      throw refused("endsOn");
    }
    return this;
  }

  private static Refused refused(String field) {
    return Refused.invalid("coverage." + field).onField(field);
  }

  @Override
  public String toString() {
    return "PolicyFacts";
  }
}
