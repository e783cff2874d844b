package health.malasakit.inquiries.messages;

import health.malasakit.access.Memberships;
import health.malasakit.access.Role;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The messages that the running person has to do with, at the clinics in scope. */
@Component
public class Inbox {

  private final MessageStore store;
  private final Memberships memberships;

  Inbox(MessageStore store, Memberships memberships) {
    this.store = store;
    this.memberships = memberships;
  }

  /** Those that wait for a role that I hold; 500 at most. */
  @Transactional(readOnly = true)
  public List<Message> mine() {
    var roles = myRoles();
    var all = roles.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    return store.toRoles(Scopes.current().organizations(), all).stream()
        .filter(one -> roles.getOrDefault(one.organization(), Set.of()).contains(one.to()))
        .toList();
  }

  /** Those I took of which the caller was not told yet; 500 at most. */
  @Transactional(readOnly = true)
  public List<Message> taken() {
    return store.takenBy(me(), Scopes.current().organizations());
  }

  /** Whosever they are, where I lead, until the caller was told; 500 at most. */
  @Transactional(readOnly = true)
  public List<Message> whereILead() {
    return store.notDone(Scopes.current().organizations().stream().filter(Inbox::leads).toList());
  }

  boolean isToMe(Message message) {
    return myRoles().getOrDefault(message.organization(), Set.of()).contains(message.to());
  }

  static boolean leads(OrganizationId organization) {
    return Scopes.current().may(organization, "messages", Verb.APPROVE);
  }

  private Map<OrganizationId, Set<Role>> myRoles() {
    return memberships.rolesOf(me());
  }

  private static AccountId me() {
    return Scopes.current().account().orElseThrow();
  }
}
