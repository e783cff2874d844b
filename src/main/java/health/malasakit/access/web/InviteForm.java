package health.malasakit.access.web;

import health.malasakit.access.Account;
import health.malasakit.access.Role;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Refused;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is typed to invite a person. */
public record InviteForm(
    @Nullable String name,
    @Nullable String email,
    @Nullable String country,
    @Nullable String zone,
    @Nullable List<String> roles) {

  static final InviteForm EMPTY = new InviteForm("", "", "PH", "Asia/Manila", List.of());

  /** Her name as it was typed. */
  public String nameTyped() {
    return FirstForm.typed(name);
  }

  /** The roles that were ticked. */
  public Set<String> rolesTicked() {
    return roles == null ? Set.of() : Set.copyOf(roles);
  }

  Set<Role> rolesChosen() {
    var chosen = PersonController.rolesOf(rolesTicked().toArray(String[]::new));
    if (chosen.isEmpty()) {
      throw Refused.invalid("roles.none/choose").onField("roles");
    }
    return chosen;
  }

  Account account() {
    if (nameTyped().isEmpty()) {
      throw Refused.invalid("name.empty/hers").onField("name");
    }
    var place = new PlaceForm(country, zone);
    return new Account(
        AccountId.next(),
        EmailAddress.checked(FirstForm.typed(email)),
        nameTyped(),
        place.countryChecked(),
        place.zoneChecked());
  }

  @Override
  public String toString() {
    return "InviteForm";
  }
}
