package health.malasakit.access;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a lost second factor away: one person asks for somebody of her team, another confirms, and
 * neither for herself. With her next sign-in the person enrols anew.
 */
@Component
public class FactorResets {

  /** An unconfirmed wish is void after a day. */
  private static final Duration VALID = Duration.ofDays(1);

  private final PeopleStore store;
  private final People people;
  private final SecondFactors factors;
  private final AccountStore accounts;
  private final Standing standing;
  private final Memberships memberships;
  private final Audit audit;
  private final Clock clock;

  FactorResets(
      PeopleStore store,
      People people,
      SecondFactors factors,
      AccountStore accounts,
      Standing standing,
      Memberships memberships,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.people = people;
    this.factors = factors;
    this.accounts = accounts;
    this.standing = standing;
    this.memberships = memberships;
    this.audit = audit;
    this.clock = clock;
  }

  /** A reset that was asked for. */
  public record Asked(UUID id, AccountId account, AccountId by, Instant at) {

    /** Whether this person would be the second; neither who asked nor whom it is about is. */
    public boolean mayBeConfirmedBy(AccountId person) {
      return !person.equals(by) && !person.equals(account);
    }
  }

  /** A confirmation: of which reset, by whom, when. */
  record Confirmed(UUID id, AccountId by, Instant at) {}

  /**
   * Asks for a reset; a supervisor's act for her team.
   *
   * @throws Refused denied as {@link People#newPassword}
   */
  @Transactional
  public void ask(OrganizationId organization, AccountId account) {
    require(organization, Verb.CREATE);
    people.requireTeam(organization, account);
    people.requireWhole(account);
    var now = clock.instant();
    var by = Scopes.current().account().orElseThrow();
    if (!store.askReset(organization, new Asked(Ids.next(), account, by, now), now.minus(VALID))) {
      throw Refused.conflict("reset.asked");
    }
    audit.done(Act.on(organization, "asked-factor-reset", "account", account.value()));
  }

  /** What waits for a second person in a clinic. */
  @Transactional(readOnly = true)
  public List<Asked> waiting(OrganizationId organization) {
    return store.resetsAsked(organization, clock.instant().minus(VALID));
  }

  /**
   * Confirms as the second person: her factors are gone and every session of hers ends, in each
   * clinic she works for, so each has a line.
   *
   * @throws Refused denied when she has come to work, since it was asked for, where who asked does
   *     not manage people
   */
  @Transactional
  public void confirm(OrganizationId organization, UUID id) {
    require(organization, Verb.APPROVE);
    var now = clock.instant();
    var by = Scopes.current().account().orElseThrow();
    waiting(organization).stream()
        .filter(asked -> asked.id().equals(id))
        .forEach(asked -> people.requireWhole(asked.by(), asked.account()));
    var account =
        store
            .confirmReset(organization, new Confirmed(id, by, now), now.minus(VALID))
            .orElseThrow(() -> Refused.conflict("reset.second-person"));
    factors.reset(account);
    accounts.endSessions(account, now);
    standing.changed(account);
    audit.done(confirmed(organization, account));
    memberships.organizationsOf(account).stream()
        .filter(other -> !other.equals(organization))
        .forEach(other -> audit.elsewhere(confirmed(other, account)));
  }

  private static Act confirmed(OrganizationId organization, AccountId account) {
    return Act.on(organization, "confirmed-factor-reset", "account", account.value());
  }

  private static void require(OrganizationId organization, Verb verb) {
    if (!Scopes.current().may(organization, "factor_reset", verb)) {
      throw Refused.denied("no-right/clinic");
    }
  }
}
