package health.malasakit.access;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a signed-in person does with her own second factors. The caller has just seen one of them;
 * each change is a line in every clinic she works for, and the last factor stays.
 */
@Component
public class OwnFactors {

  private final SecondFactors factors;
  private final SecondFactorStore store;
  private final Passkeys passkeys;
  private final Accounts accounts;
  private final Audit audit;

  OwnFactors(
      SecondFactors factors,
      SecondFactorStore store,
      Passkeys passkeys,
      Accounts accounts,
      Audit audit) {
    this.factors = factors;
    this.store = store;
    this.passkeys = passkeys;
    this.accounts = accounts;
    this.audit = audit;
  }

  /** Everything she has. */
  public record Mine(List<Passkeys.Key> keys, Optional<SecondFactors.App> app, int codesLeft) {

    /** Whether she has anything to show that it is her. */
    public boolean any() {
      return !keys.isEmpty() || app.isPresent();
    }
  }

  /** What the running person has. */
  @Transactional(readOnly = true)
  public Mine mine() {
    var me = me();
    return new Mine(passkeys.of(me), store.app(me), store.codesLeft(me));
  }

  /**
   * One key more, from the browser's answer.
   *
   * @throws Refused when the answer does not fit, the key is known or there are ten
   */
  @Transactional
  public void addKey(String label, String answer, Passkeys.Asked asked) {
    passkeys.add(me(), label, answer, asked);
    note("added", "passkey");
  }

  /**
   * Takes a key away.
   *
   * @throws Refused conflict {@code factor.last} when nothing would be left but recovery codes
   */
  @Transactional
  public void removeKey(String key) {
    requireAnother();
    if (passkeys.remove(me(), key)) {
      note("removed", "passkey");
    }
  }

  /** What a new authenticator app is shown; the one before counts until {@link #confirmApp}. */
  @Transactional
  public SecondFactors.AppSetup beginApp() {
    return factors.beginNextApp(accounts.find(me()).orElseThrow());
  }

  /** Whether the new app's first code was right; then it counts, and the one before no more. */
  @Transactional
  public boolean confirmApp(String code) {
    var right = factors.confirmNextApp(me(), code);
    if (right) {
      note("set-up", "authenticator_app");
    }
    return right;
  }

  /**
   * Takes the app away.
   *
   * @throws Refused conflict {@code factor.last} when nothing would be left but recovery codes
   */
  @Transactional
  public void removeApp() {
    requireAnother();
    if (store.forgetApp(me())) {
      note("removed", "authenticator_app");
    }
  }

  /** New recovery codes; the ones before are no longer valid. */
  @Transactional
  public List<String> newCodes() {
    note("made", "recovery_codes");
    return factors.newRecoveryCodes(me());
  }

  private void requireAnother() {
    store.lock(me());
    var mine = mine();
    if (mine.keys().size() + (mine.app().isPresent() ? 1 : 0) < 2) {
      throw Refused.conflict("factor.last");
    }
  }

  private void note(String what, String thing) {
    var me = me();
    Scopes.current()
        .organizations()
        .forEach(organization -> audit.done(Act.on(organization, what, thing, me.value())));
  }

  private static AccountId me() {
    return Scopes.current().account().orElseThrow();
  }
}
