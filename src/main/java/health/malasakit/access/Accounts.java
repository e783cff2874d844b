package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who sign in. */
@Component
public class Accounts {

  private final AccountStore store;
  private final PasswordEncoder passwords;
  private final Clock clock;

  Accounts(AccountStore store, PasswordEncoder passwords, Clock clock) {
    this.store = store;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** Adds an account with a password that is already known, as in a made-up world. */
  @Transactional
  public void add(Account account, String password) {
    store.add(account, Optional.ofNullable(passwords.encode(password)), clock.instant());
  }

  /** The name that colleagues see. */
  @Transactional(readOnly = true)
  public String nameOf(AccountId account) {
    return store.nameOf(account).orElse("");
  }
}
