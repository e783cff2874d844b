package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Right;
import health.malasakit.kernel.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    return scope(person, task, store.rolesOf(person.account()));
  }

  /**
   * The same for a running session; empty when the session is no longer valid, because she was
   * disabled, signed out everywhere or has a new password.
   */
  public Optional<Scope> scopeOfSession(SignedIn person, String task) {
    return store
        .standingOf(person.account())
        .filter(standing -> !person.since().isBefore(standing.sessionsValidFrom()))
        .map(standing -> scope(person, task, standing.roles()));
  }

  /** Whether she has a role anywhere. */
  boolean any(AccountId account) {
    return !organizationsOf(account).isEmpty();
  }

  /** Where she has a role, whatever the running person may see. */
  public Set<OrganizationId> organizationsOf(AccountId account) {
    return store.rolesOf(account).keySet();
  }

  /** All that she is, clinic by clinic. */
  public Map<OrganizationId, Set<Role>> rolesOf(AccountId account) {
    return store.rolesOf(account);
  }

  /** Whether she has a right in a clinic, whatever the route that is asked reaches. */
  public boolean has(AccountId account, OrganizationId organization, Right right) {
    return rights.of(store.rolesOf(account).getOrDefault(organization, Set.of())).contains(right);
  }

  private Scope scope(SignedIn person, String task, Map<OrganizationId, Set<Role>> roles) {
    var granted = new HashMap<OrganizationId, Set<Right>>();
    roles.forEach((organization, held) -> granted.put(organization, rights.of(held)));
    return new Scope(
        new Scope.Actor.Person(person.account()), person.country(), person.zoneId(), granted, task);
  }
}
