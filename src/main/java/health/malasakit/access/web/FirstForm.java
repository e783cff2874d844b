package health.malasakit.access.web;

import health.malasakit.access.Account;
import health.malasakit.access.Organization;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is typed for the first organization and its administrator. */
public record FirstForm(
    @Nullable String clinic,
    @Nullable String slug,
    @Nullable String state,
    @Nullable String name,
    @Nullable String email,
    @Nullable String password,
    @Nullable String country,
    @Nullable String zone) {

  static final FirstForm EMPTY = new FirstForm("", "", "", "", "", "", "US", "America/New_York");

  /** A field as it was typed, empty when it was not sent. */
  public static String typed(@Nullable String value) {
    return Objects.requireNonNullElse(value, "").strip();
  }

  @Override
  public String password() {
    return password == null ? "" : password;
  }

  Organization organization() {
    var short_ = typed(slug).toLowerCase(Locale.ROOT);
    require(!typed(clinic).isEmpty(), "clinic");
    require(short_.matches("[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?"), "slug");
    require(typed(state).matches("(?i)[a-z]{2}"), "state");
    return new Organization(
        OrganizationId.next(), short_, typed(clinic), typed(state).toUpperCase(Locale.ROOT));
  }

  Account account() {
    var place = new PlaceForm(country, zone);
    require(!typed(name).isEmpty(), "name");
    return new Account(
        AccountId.next(),
        EmailAddress.checked(typed(email)),
        typed(name),
        place.countryChecked(),
        place.zoneChecked());
  }

  private static void require(boolean right, String field) {
    if (!right) {
      throw Refused.invalid("first." + field).onField(field);
    }
  }

  @Override
  public String toString() {
    return "FirstForm";
  }
}
