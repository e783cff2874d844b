package health.malasakit.access.web;

import health.malasakit.access.records.StaffProfile;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a staff member says of herself; the address is hashed and not shown again. */
public record YouForm(
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable String birthDate,
    @Nullable String phone,
    @Nullable String street,
    @Nullable String zip) {

  static final YouForm EMPTY = new YouForm("", "", "", "", "", "");

  static YouForm of(StaffProfile known) {
    var born = known.birthDate().map(LocalDate::toString).orElse("");
    return new YouForm(known.givenName(), known.familyName(), born, known.phone(), "", "");
  }

  /** A field as typed. */
  public static String typed(@Nullable String value) {
    return FirstForm.typed(value);
  }

  StaffProfile profile(AccountId account, Optional<StaffProfile> known) {
    if (typed(familyName).isEmpty()) {
      throw Refused.invalid("name.empty").onField("familyName");
    }
    var address = StaffProfile.addressHash(typed(street), typed(zip));
    return new StaffProfile(
        account,
        typed(givenName),
        typed(familyName),
        born(),
        number(),
        address.isEmpty() ? known.map(StaffProfile::addressHash).orElse("") : address);
  }

  private Optional<LocalDate> born() {
    try {
      return typed(birthDate).isEmpty()
          ? Optional.empty()
          : Optional.of(LocalDate.parse(typed(birthDate)));
    } catch (DateTimeParseException e) {
      throw Refused.invalid("birth-date.malformed").onField("birthDate");
    }
  }

  private String number() {
    if (typed(phone).isEmpty()) {
      return "";
    }
    return Phone.of(typed(phone))
        .e164()
        .orElseThrow(() -> Refused.invalid("phone.invalid").onField("phone"));
  }

  @Override
  public String toString() {
    return "YouForm";
  }
}
