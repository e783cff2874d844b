package health.malasakit.access;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Right;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works in a clinic, as what. A supervisor acts for her team, an administrator for all. */
@Component
public class People {

  /** So many people of a clinic are read at most; a page shows a part of them. */
  public static final int MOST = 5_000;

  /** Whom a supervisor may neither make nor touch. */
  private static final Set<Role> ABOVE_A_TEAM =
      EnumSet.of(Role.SUPERVISOR, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR);

  private static final String PEOPLE = "user_admin";

  private final PeopleStore store;
  private final AccountStore accounts;
  private final Organizations organizations;
  private final Invitations invitations;
  private final Memberships memberships;
  private final Standing standing;
  private final Audit audit;
  private final Clock clock;

  People(
      PeopleStore store,
      AccountStore accounts,
      Organizations organizations,
      Invitations invitations,
      Memberships memberships,
      Standing standing,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.organizations = organizations;
    this.invitations = invitations;
    this.memberships = memberships;
    this.standing = standing;
    this.audit = audit;
    this.clock = clock;
  }

  /** Everyone with a role in a clinic, by name; {@value #MOST} at most. */
  @Transactional(readOnly = true)
  public List<Colleague> of(OrganizationId organization) {
    return store.of(organization, null);
  }

  /**
   * One person of a clinic.
   *
   * @throws Refused not found when she has no role there
   */
  @Transactional
  public Colleague find(OrganizationId organization, AccountId account) {
    return store.of(organization, account).stream()
        .findFirst()
        .orElseThrow(() -> Refused.notFound("person.missing"));
  }

  /**
   * Invites a person who has no account yet, or admits one who has.
   *
   * @return the path of her invitation, to be handed over; empty when she has an account already
   */
  @Transactional
  public String invite(OrganizationId organization, Account person, Set<Role> roles) {
    require(organization, Verb.CREATE, roles);
    var known = accounts.byEmail(person.email());
    var account = known.map(row -> row.account().id()).orElse(person.id());
    var link = known.isPresent() ? "" : invitations.invite(person);
    admit(organization, account, roles);
    audit.done(Act.on(organization, "invited", "account", account.value()).with(codes(roles)));
    return link;
  }

  /** Sets what a person is in a clinic; her rights change with her next request. */
  @Transactional
  public void setRoles(OrganizationId organization, AccountId account, Set<Role> roles) {
    require(organization, Verb.UPDATE, roles);
    requireTeam(organization, account);
    if (roles.isEmpty()) {
      throw Refused.invalid("roles.none").onField("roles");
    }
    store.takeRoles(organization, account);
    admit(organization, account, roles);
    audit.done(Act.on(organization, "roles", "account", account.value()).with(codes(roles)));
  }

  /** Takes a person out of a clinic; her account is closed when it was her last. */
  @Transactional
  public void disable(OrganizationId organization, AccountId account) {
    require(organization, Verb.DELETE, Set.of());
    requireTeam(organization, account);
    store.takeRoles(organization, account);
    if (!memberships.any(account)) {
      accounts.disable(account, clock.instant());
    }
    standing.changed(account);
    audit.done(Act.on(organization, "closed", "account", account.value()));
  }

  /**
   * Ends every session of a person.
   *
   * @throws Refused denied when she leads or administers a clinic and the running person may not
   */
  @Transactional
  public void signOut(OrganizationId organization, AccountId account) {
    require(organization, Verb.UPDATE, Set.of());
    requireTeam(organization, account);
    requireTeamEverywhere(account);
    accounts.endSessions(account, clock.instant());
    standing.changed(account);
    inEach(organization, "signed-out", account);
  }

  /**
   * The path of a link for a new password, to be handed over; valid for an hour.
   *
   * @throws Refused denied as {@link #signOut}, and code {@code person.each-clinic} when the
   *     running person does not manage people in each of her clinics: the link opens them all
   */
  @Transactional
  public String newPassword(OrganizationId organization, AccountId account) {
    require(organization, Verb.UPDATE, Set.of());
    requireTeam(organization, account);
    requireWhole(account);
    inEach(organization, "password-link", account);
    return invitations.newPassword(account);
  }

  /** The roles that the running person may give in a clinic. */
  public Set<Role> assignable(OrganizationId organization) {
    return assignable(isAboveTeams(organization));
  }

  private static Set<Role> assignable(boolean aboveTeams) {
    return aboveTeams
        ? EnumSet.allOf(Role.class)
        : EnumSet.complementOf(EnumSet.copyOf(ABOVE_A_TEAM));
  }

  /** Refuses to act on oneself, and a supervisor to act on who is not of a team. */
  void requireTeam(OrganizationId organization, AccountId account) {
    var colleague = find(organization, account);
    if (Scopes.current().account().filter(account::equals).isPresent()) {
      throw Refused.denied("person.self");
    }
    if (!assignable(organization).containsAll(colleague.roles())) {
      throw Refused.denied("person.above");
    }
  }

  /** What concerns all of her clinics is read in each. */
  private void inEach(OrganizationId organization, String what, AccountId account) {
    audit.done(Act.on(organization, what, "account", account.value()));
    memberships.organizationsOf(account).stream()
        .filter(other -> !other.equals(organization))
        .forEach(other -> audit.elsewhere(Act.on(other, what, "account", account.value())));
  }

  /** Refuses what opens all of her clinics to who manages people in some of them. */
  void requireWhole(AccountId account) {
    requireWhole(Scopes.current().account().orElseThrow(), account);
  }

  /** The same of what somebody else asked for, by what she is now. */
  void requireWhole(AccountId by, AccountId account) {
    if (!isOfTeamEverywhere(by, account)) {
      throw Refused.denied("person.above");
    }
    if (!manages(by, account)) {
      throw Refused.denied("person.each-clinic");
    }
  }

  private void requireTeamEverywhere(AccountId account) {
    if (!isOfTeamEverywhere(Scopes.current().account().orElseThrow(), account)) {
      throw Refused.denied("person.above");
    }
  }

  /** Whether somebody could give her all that she is, judged in each of her clinics. */
  boolean isOfTeamEverywhere(AccountId by, AccountId account) {
    return memberships.rolesOf(account).entrySet().stream()
        .allMatch(held ->
            assignable(memberships.has(by, held.getKey(), new Right(PEOPLE, Verb.DELETE)))
                .containsAll(held.getValue()));
  }

  /** Whether somebody manages people in each of her clinics, whatever a route is about. */
  boolean manages(AccountId by, AccountId account) {
    return memberships.organizationsOf(account).stream()
        .allMatch(each -> memberships.has(by, each, new Right(PEOPLE, Verb.UPDATE)));
  }

  private void admit(OrganizationId organization, AccountId account, Set<Role> roles) {
    roles.forEach(role -> organizations.admit(new Membership(organization, account, role)));
    standing.changed(account);
  }

  private void require(OrganizationId organization, Verb verb, Set<Role> roles) {
    if (!Scopes.current().may(organization, PEOPLE, verb)) {
      throw Refused.denied("no-right/administrator");
    }
    if (!assignable(organization).containsAll(roles)) {
      throw Refused.denied("roles.above").onField("roles");
    }
  }

  private static boolean isAboveTeams(OrganizationId organization) {
    return Scopes.current().may(organization, PEOPLE, Verb.DELETE);
  }

  private static String codes(Set<Role> roles) {
    return roles.stream().map(Role::code).sorted().collect(Collectors.joining(" "));
  }
}
