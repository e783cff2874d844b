package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works where, by name. */
@Component
public class Colleagues {

  private final ColleagueStore store;

  Colleagues(ColleagueStore store) {
    this.store = store;
  }

  /** Everybody with a role in an organization of the current scope, by name; 5000 at most. */
  @Transactional(readOnly = true)
  public Map<AccountId, String> of(OrganizationId organization) {
    return store.of(organization);
  }

  /** The roles that somebody with an open account holds in an organization of the current scope. */
  @Transactional(readOnly = true)
  public Set<Role> roles(OrganizationId organization) {
    return store.roles(organization);
  }

  /** The names of these people, as colleagues see them; who is unknown is left out. */
  @Transactional(readOnly = true)
  public Map<AccountId, String> names(Collection<AccountId> accounts) {
    return accounts.isEmpty() ? Map.of() : store.names(accounts);
  }
}
