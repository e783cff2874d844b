package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Refused;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who sign in. */
@Component
public class Accounts {

  private final AccountStore store;
  private final Passwords passwords;
  private final Standing standing;
  private final Clock clock;

  Accounts(AccountStore store, Passwords passwords, Standing standing, Clock clock) {
    this.store = store;
    this.passwords = passwords;
    this.standing = standing;
    this.clock = clock;
  }

  /**
   * Adds an account with a password that is already known, as in a made-up world.
   *
   * @throws Refused conflict {@code account.taken} when the e-mail has an account
   */
  @Transactional
  public void add(Account account, String password) {
    added(store.add(account, Optional.of(passwords.hash(password)), clock.instant()));
  }

  /**
   * Adds an account of the made-up world that signs in by password alone. Only a process that
   * serves the made-up world honours this; any other asks her to enrol a second factor.
   */
  @Transactional
  public void addForDemonstration(Account account, String password) {
    add(account, password);
    store.waiveSecondFactor(account.id());
  }

  /**
   * Adds an account without a password; she sets one by following her invitation. She may work from
   * the country that was said.
   */
  @Transactional
  void addInvited(Account account) {
    added(store.add(account, Optional.empty(), clock.instant()));
    store.allow(account.id(), Set.of(account.country()));
  }

  /** The account, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Account> find(AccountId account) {
    return store.byId(account).map(AccountRow::account);
  }

  /** The account of an e-mail, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Account> findByEmail(String email) {
    return store.byEmail(email).map(AccountRow::account);
  }

  /** The name that colleagues see; empty when there is no such account. */
  @Transactional(readOnly = true)
  public String nameOf(AccountId account) {
    return store.byId(account).map(row -> row.account().displayName()).orElse("");
  }

  /** The names of many accounts at once; those that are not there are missing. */
  @Transactional(readOnly = true)
  public Map<AccountId, String> namesOf(Collection<AccountId> accounts) {
    return store.namesOf(accounts);
  }

  /** Every session of hers ends: with its next request, and its open stream at once. */
  @Transactional
  public void signOutEverywhere(AccountId account) {
    store.endSessions(account, clock.instant());
    standing.changed(account);
  }

  /** One session of hers has just ended; what it held open ends too. */
  @Transactional
  public void sessionEnded(AccountId account) {
    standing.changed(account);
  }

  /** Ends her sessions; she signs in no more. Nothing of what she did goes away. */
  @Transactional
  public void disable(AccountId account) {
    store.disable(account, clock.instant());
    standing.changed(account);
  }

  /** Remembers where she works from, to be offered the next time. */
  @Transactional
  public void worksFrom(AccountId account, String country, ZoneId zone) {
    store.worksFrom(account, country, zone.getId());
  }

  private static void added(boolean added) {
    if (!added) {
      throw Refused.conflict("account.taken").onField("email");
    }
  }
}
