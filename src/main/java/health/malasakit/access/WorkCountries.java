package health.malasakit.access;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * From which countries a person may work, as ISO 3166 alpha-2. Said by who manages people, in her
 * invitation and later; the same for all of her clinics, for she signs in once for all of them. So
 * a country is added by who manages people in each of them; any of them may take one away.
 */
@Component
public class WorkCountries {

  private final AccountStore accounts;
  private final People people;
  private final Memberships memberships;
  private final Standing standing;
  private final Audit audit;
  private final Clock clock;

  WorkCountries(
      AccountStore accounts,
      People people,
      Memberships memberships,
      Standing standing,
      Audit audit,
      Clock clock) {
    this.accounts = accounts;
    this.people = people;
    this.memberships = memberships;
    this.standing = standing;
    this.audit = audit;
    this.clock = clock;
  }

  /** Hers; empty when nobody has said it yet, and then she may from any. */
  @Transactional(readOnly = true)
  public Set<String> of(AccountId account) {
    return accounts.countriesOf(account);
  }

  /** Those of an e-mail that has an account; of her an invitation says none. */
  @Transactional(readOnly = true)
  public Set<String> of(String email) {
    return accounts.byEmail(email).map(row -> of(row.account().id())).orElse(Set.of());
  }

  /**
   * Refuses a country that is not hers.
   *
   * @throws Refused invalid, code {@code country.not_yours}, at the field {@code country}
   */
  @Transactional(readOnly = true)
  public void require(AccountId account, String country) {
    var hers = accounts.countriesOf(account);
    if (!hers.isEmpty() && !hers.contains(country)) {
      throw Refused.invalid("country.not_yours").onField("country");
    }
  }

  /** How far the running person may change a person's countries. */
  public enum Reach {
    ADD,
    TAKE_AWAY,
    NOTHING
  }

  /** How far the running person reaches; each of somebody's clinics counts. */
  @Transactional(readOnly = true)
  public Reach reach(AccountId account) {
    var by = Scopes.current().account().orElseThrow();
    if (!people.isOfTeamEverywhere(by, account)) {
      return Reach.NOTHING;
    }
    return people.manages(by, account) ? Reach.ADD : Reach.TAKE_AWAY;
  }

  /**
   * Says it anew. Who loses one, or was last in none of them, is signed out: no session goes on
   * from where she may not work. Each of her clinics reads of it.
   *
   * @throws Refused invalid, code {@code countries.none}, {@code country.unknown} or, when one is
   *     added that another clinic of hers has a say in, {@code countries.each-clinic}, at the field
   *     {@code countries}; denied when she is not of the team, here or anywhere
   */
  @Transactional
  public void allow(OrganizationId organization, AccountId account, Set<String> countries) {
    if (!Scopes.current().may(organization, "user_admin", Verb.UPDATE)) {
      throw Refused.denied("no-right/administrator");
    }
    people.requireTeam(organization, account);
    check(countries);
    var before = accounts.countriesToChange(account);
    if (before.equals(countries)) {
      return;
    }
    requireReach(reach(account), before, countries);
    accounts.allow(account, countries);
    var last = people.find(organization, account).country();
    if (!countries.containsAll(before) || !countries.contains(last)) {
      accounts.endSessions(account, clock.instant());
      standing.changed(account);
    }
    audit.done(said(organization, account, countries));
    memberships.organizationsOf(account).stream()
        .filter(other -> !other.equals(organization))
        .forEach(other -> audit.elsewhere(said(other, account, countries)));
  }

  /** Of whom nothing is said yet, she may from any: whatever is said then takes away. */
  private static void requireReach(Reach reach, Set<String> before, Set<String> after) {
    if (reach == Reach.NOTHING) {
      throw Refused.denied("person.above");
    }
    if (reach == Reach.TAKE_AWAY && !before.isEmpty() && !before.containsAll(after)) {
      throw Refused.invalid("countries.each-clinic").onField("countries");
    }
  }

  private static void check(Set<String> countries) {
    if (countries.isEmpty()) {
      throw Refused.invalid("countries.none").onField("countries");
    }
    if (!new HashSet<>(Arrays.asList(Locale.getISOCountries())).containsAll(countries)) {
      throw Refused.invalid("country.unknown").onField("countries");
    }
  }

  private static Act said(OrganizationId organization, AccountId account, Set<String> countries) {
    return Act.on(organization, "countries", "account", account.value())
        .with(countries.stream().sorted().collect(Collectors.joining(" ")));
  }
}
