package health.malasakit.access.web;

import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.kernel.Refused;
import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import java.util.List;
import java.util.Set;

/** Inviting a person to a clinic. */
public record InvitePage(
    Organization clinic,
    InviteForm form,
    Set<Role> assignable,
    List<Choice> countries,
    List<Choice> zones,
    Errors errors) {

  static Errors errors(Refused no) {
    return no.code().isEmpty()
        ? Errors.NONE
        : Errors.NONE.and(no.field().orElse("email"), no.sentence());
  }
}
