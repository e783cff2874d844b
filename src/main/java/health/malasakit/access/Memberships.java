package health.malasakit.access;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Right;
import health.malasakit.kernel.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The roles of people in organizations, and the scope that follows from them. */
@Component
public class Memberships {

  private final MembershipStore store;
  private final RoleRights rights;

  Memberships(MembershipStore store, RoleRights rights) {
    this.store = store;
    this.rights = rights;
  }

  /** All that a signed-in person may do now, read anew; the task is a route's pattern or an id. */
  public Scope scopeOf(SignedIn person, String task) {
    var granted = new HashMap<OrganizationId, Set<Right>>();
    Map<OrganizationId, Set<Role>> roles = store.rolesOf(person.account());
    roles.forEach((organization, held) -> granted.put(organization, rights.of(held)));
    return new Scope(
        new Scope.Actor.Person(person.account()), person.country(), person.zoneId(), granted, task);
  }
}
