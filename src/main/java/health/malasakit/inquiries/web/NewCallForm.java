package health.malasakit.inquiries.web;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.outbound.NumberRules;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.ui.TypedMoment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person types who opens a call by hand.
 *
 * @param missed id of a missed call of that clinic which is rung back
 * @param despite whether the number is rung although something speaks against it
 * @param saidBy who said that the patient asked for this hour
 * @param day on which it happened, and {@code hour} on the clinic's wall; empty for a call of now
 * @param fold which of the two when that hour came twice: earlier, later
 */
public record NewCallForm(
    @Nullable String clinic,
    @Nullable String direction,
    @Nullable String number,
    @Nullable String day,
    @Nullable String hour,
    @Nullable String fold,
    @Nullable String missed,
    @Nullable String despite,
    @Nullable String saidBy) {

  static final NewCallForm EMPTY = new NewCallForm("", "in", "", "", "", "", "", "", "");

  /** Whether it happened before and is entered now. */
  public boolean later() {
    return !text(day).isEmpty() || !text(hour).isEmpty();
  }

  /** When it happened. */
  TypedMoment happened() {
    return new TypedMoment(text(day), text(hour), text(fold));
  }

  /** What whoever rings knows better. */
  NumberRules.Known known() {
    return new NumberRules.Known(!text(despite).isEmpty(), text(saidBy));
  }

  /** The two ends of the line. */
  Call.Line line() {
    return new Call.Line(way(), phone(), "", "", "");
  }

  /** The clinic that was chosen, or the only one there is. */
  OrganizationId among(List<OrganizationId> clinics) {
    if (text(clinic).isEmpty() && clinics.size() == 1) {
      return clinics.getFirst();
    }
    return clinics.stream()
        .filter(one -> one.toString().equals(text(clinic)))
        .findFirst()
        .orElseThrow(() -> Refused.invalid("call.clinic").onField("clinic"));
  }

  Call.Direction way() {
    return "out".equals(text(direction)) ? Call.Direction.OUT : Call.Direction.IN;
  }

  /** The other end, as far as it is known. */
  Optional<Phone> phone() {
    if (text(number).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Phone.of(text(number)));
    } catch (Refused no) {
      throw no.onField("number");
    }
  }

  /** What was typed; empty for nothing. */
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  @Override
  public String toString() {
    return "NewCallForm";
  }
}
