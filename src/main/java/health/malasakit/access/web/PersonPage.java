package health.malasakit.access.web;

import health.malasakit.access.Colleague;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One person of a clinic.
 *
 * @param assignable the roles the reader may give
 * @param mayChange whether the reader may give roles, a new password and sign her out
 * @param mayClose whether the reader may take her out of the clinic
 * @param mayReset whether the reader may ask for her second factor to be taken away
 */
public record PersonPage(
    Organization clinic,
    Colleague one,
    Set<Role> assignable,
    boolean mayChange,
    boolean mayClose,
    boolean mayReset) {

  /** Codes of the roles she has here. */
  public Set<String> held() {
    return one.roles().stream().map(Role::code).collect(Collectors.toSet());
  }
}
