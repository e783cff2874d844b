package health.malasakit;

import health.malasakit.access.Account;
import health.malasakit.access.Accounts;
import health.malasakit.access.Invitations;
import health.malasakit.access.Membership;
import health.malasakit.access.Memberships;
import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.access.Role;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Makes clinics and people for a test, and signs people in. */
public final class World {

  /** The password of every person made here. */
  public static final String PASSWORD = "correct horse battery staple";

  private static final SecureRandom NUMBERS = new SecureRandom();

  private final Organizations organizations;
  private final Accounts accounts;
  private final Memberships memberships;
  private final SessionRepository<?> sessions;
  private final Invitations invitations;
  private final JdbcClient jdbc;

  World(
      Organizations organizations,
      Accounts accounts,
      Memberships memberships,
      SessionRepository<?> sessions,
      Invitations invitations,
      JdbcClient jdbc) {
    this.organizations = organizations;
    this.accounts = accounts;
    this.memberships = memberships;
    this.sessions = sessions;
    this.invitations = invitations;
    this.jdbc = jdbc;
  }

  /** A clinic of its own for this test, in New York. */
  public Organization clinic(String name) {
    var id = OrganizationId.next();
    var clinic = new Organization(id, "c-" + id.value(), name, "NY");
    organizations.create(clinic);
    return clinic;
  }

  /** A person in Manila with a role in each of these clinics. */
  public SignedIn person(Role role, Organization... clinics) {
    return personFrom("PH", "Asia/Manila", role, clinics);
  }

  /** A person in some country with a role in each of these clinics. */
  public SignedIn personFrom(String country, String zone, Role role, Organization... clinics) {
    var id = AccountId.next();
    accounts.add(
        new Account(id, id + "@example.org", "Luz Ramos", country, ZoneId.of(zone)), PASSWORD);
    for (var clinic : List.of(clinics)) {
      Scopes.run(
          Scope.job(clinic.id(), "test-world"),
          () -> organizations.admit(new Membership(clinic.id(), id, role)));
    }
    return new SignedIn(id.value(), country, zone, Instant.now());
  }

  /** She has another role there as well. */
  public void alsoAs(SignedIn person, Role role, Organization clinic) {
    Scopes.run(
        Scope.job(clinic.id(), "test-world"),
        () -> organizations.admit(new Membership(clinic.id(), person.account(), role)));
  }

  /** A number from which no other clinic sends. */
  public String textNumber() {
    return "+1212" + NUMBERS.nextInt(2_000_000, 10_000_000);
  }

  /** The path of an invitation for a new account. */
  public String invited(String email) {
    return invitations.invite(
        new Account(AccountId.next(), email, "Luz Ramos", "PH", ZoneId.of("Asia/Manila")));
  }

  /** Lets sessions of this person count that began before her account did. */
  public void backdate(SignedIn person, Instant since) {
    jdbc.sql("update access.account set sessions_valid_from = :since where id = :id")
        .param("since", since.minusSeconds(60).atOffset(java.time.ZoneOffset.UTC))
        .param("id", person.accountUuid())
        .update();
  }

  /** Everything this person may do now. */
  public Scope scopeOf(SignedIn person) {
    return memberships.scopeOf(person, "test");
  }

  /** A browser's cookie header for this person, as if she had signed in. */
  public String cookieOf(SignedIn person) {
    return cookie(sessions, person);
  }

  private static <S extends Session> String cookie(
      SessionRepository<S> repository, SignedIn person) {
    S session = repository.createSession();
    var authentication = UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
    session.setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(authentication));
    repository.save(session);
    var id = session.getId().getBytes(StandardCharsets.UTF_8);
    return "malasakit=" + Base64.getEncoder().encodeToString(id);
  }
}
