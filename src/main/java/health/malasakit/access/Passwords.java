package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Refused;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passwords: which are taken, whether one is right, and how one is changed. */
@Component
public class Passwords {

  /** NIST SP 800-63B-4, 3.1.1.2: eight beside a second factor; ours is longer. Checked 2026-11. */
  public static final int LENGTH_MIN = 12;

  static final int LENGTH_MAX = 200;

  private static final Set<String> COMMON =
      Set.of(
          "password1234",
          "passwordpassword",
          "123456789012",
          "qwertyuiop12",
          "qwerty123456",
          "letmein12345",
          "iloveyou1234",
          "welcome12345",
          "administrator",
          "malasakit123",
          "malasakitmalasakit");

  private final AccountStore store;
  private final PasswordEncoder encoder;
  private final Standing standing;
  private final Clock clock;
  private final String hashOfNobody;

  Passwords(AccountStore store, PasswordEncoder encoder, Standing standing, Clock clock) {
    this.store = store;
    this.encoder = encoder;
    this.standing = standing;
    this.clock = clock;
    this.hashOfNobody = Objects.requireNonNull(encoder.encode("the password of nobody"));
  }

  /** Argon2id of a password. */
  String hash(String password) {
    return Objects.requireNonNull(encoder.encode(password));
  }

  /** Takes the same time for an account that is not there, has no password or is disabled. */
  boolean matches(Optional<AccountRow> account, String password) {
    var known = account.map(AccountRow::passwordHash).orElse(hashOfNobody);
    var asked = password.length() > LENGTH_MAX ? "" : password;
    var right = encoder.matches(asked, known);
    return right && account.map(row -> row.passwordHash() != null && !row.disabled()).orElse(false);
  }

  /** Whether this is her password. */
  @Transactional(readOnly = true)
  public boolean isOf(AccountId account, String password) {
    return matches(store.byId(account), password);
  }

  /**
   * Sets a new password; every session of hers ends.
   *
   * @throws Refused invalid {@code password.short}, {@code password.common}, {@code password.name}
   */
  @Transactional
  public void set(AccountId account, String password) {
    require(password, store.byId(account).map(row -> row.account().email()).orElse(""));
    store.setPassword(account, hash(password), clock.instant());
    standing.changed(account);
  }

  /** Refuses a password that is too short, widely known or made of her e-mail. */
  public static void require(String password, String email) {
    var folded = password.toLowerCase(Locale.ROOT);
    var name = Account.folded(email).replaceFirst("@.*", "");
    if (password.codePointCount(0, password.length()) < LENGTH_MIN) {
      throw no("password.short", LENGTH_MIN);
    }
    if (password.length() > LENGTH_MAX) {
      throw no("password.long", LENGTH_MAX);
    }
    if (COMMON.contains(folded) || folded.chars().distinct().count() < 4) {
      throw no("password.common");
    }
    if (name.length() > 3 && folded.contains(name)) {
      throw no("password.name");
    }
  }

  private static Refused no(String code, Object... facts) {
    return Refused.invalid(code, facts).onField("password");
  }
}
