package health.malasakit.access;

import dev.samstevens.totp.code.CodeGenerator;
import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import dev.samstevens.totp.secret.DefaultSecretGenerator;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Refused;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The authenticator app and the recovery codes beside the password; passkeys are Passkeys. */
@Component
public class SecondFactors {

  /** RFC 6238, 5.2: a half minute each, one before and one after for clocks that differ. */
  static final long STEP_SECONDS = 30;

  /** An app that is being set up in the place of another and does not answer is forgotten. */
  private static final Duration NEXT_APP_VALID = Duration.ofMinutes(10);

  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_CODE_BYTES = 10;

  private final SecondFactorStore store;
  private final PasskeyStore passkeys;
  private final SecretBox box;
  private final Clock clock;
  private final CodeGenerator codes = new DefaultCodeGenerator();

  SecondFactors(SecondFactorStore store, PasskeyStore passkeys, SecretBox box, Clock clock) {
    this.store = store;
    this.passkeys = passkeys;
    this.box = box;
    this.clock = clock;
  }

  /** Which second factors a person has. */
  public record Enrolled(boolean app, int passkeys, int recoveryCodesLeft) {

    /** Whether she has any but recovery codes. */
    public boolean any() {
      return app || passkeys > 0;
    }
  }

  /** An authenticator app that counts: since when, and when its last code was taken. */
  public record App(Instant since, Instant lastUsed) {}

  /**
   * What the authenticator app is shown.
   *
   * @param secret in base 32, for typing by hand
   * @param uri the same for a QR code
   */
  public record AppSetup(String secret, String uri) {

    @Override
    public String toString() {
      return "AppSetup";
    }
  }

  /** What she has enrolled. */
  @Transactional(readOnly = true)
  public Enrolled of(AccountId account) {
    return new Enrolled(
        store.hasApp(account), passkeys.of(account).size(), store.codesLeft(account));
  }

  /**
   * Begins with an authenticator app; it counts only once a first code was right. Shown again, it
   * is the same secret, so that reloading the page does not spoil a scanned code.
   *
   * @throws Refused conflict when she has one already
   */
  @Transactional
  public AppSetup beginApp(Account account) {
    var place = place(account.id());
    var kept = store.appSecret(account.id(), false).map(sealed -> box.open(sealed, place));
    var secret = kept.orElseGet(() -> new DefaultSecretGenerator(32).generate());
    if (kept.isEmpty() && !store.beginApp(account.id(), box.seal(secret, place), clock.instant())) {
      throw Refused.conflict("factor.app-there");
    }
    return setup(account, secret);
  }

  /**
   * Begins with an app that will take the place of the one she has, or her first. The old one
   * counts until a code of the new one was right; shown again within ten minutes, in whatever tab,
   * it is the same secret.
   */
  @Transactional
  AppSetup beginNextApp(Account account) {
    if (!store.hasApp(account.id())) {
      return beginApp(account);
    }
    var place = place(account.id());
    var now = clock.instant();
    var fresh = box.seal(new DefaultSecretGenerator(32).generate(), place);
    store.beginNextApp(account.id(), fresh, now, now.minus(NEXT_APP_VALID));
    return store
        .nextAppSecret(account.id(), now.minus(NEXT_APP_VALID))
        .map(sealed -> setup(account, box.open(sealed, place)))
        .orElseGet(() -> beginApp(account));
  }

  private static AppSetup setup(Account account, String secret) {
    var label = URLEncoder.encode("Malasakit:" + account.email(), StandardCharsets.UTF_8);
    return new AppSetup(
        secret, "otpauth://totp/" + label + "?secret=" + secret + "&issuer=Malasakit");
  }

  /** Confirms the app that takes the place of another, or her first, by a first code. */
  @Transactional
  boolean confirmNextApp(AccountId account, String code) {
    if (!store.hasApp(account)) {
      return confirmApp(account, code);
    }
    var now = clock.instant();
    return store
        .nextAppSecret(account, now.minus(NEXT_APP_VALID))
        .filter(sealed -> {
          var step = stepOf(box.open(sealed, place(account)), code);
          return step.isPresent() && store.takeNextApp(account, sealed, step.getAsLong(), now);
        })
        .isPresent();
  }

  /**
   * Confirms the app by a first code.
   *
   * @return whether the code was right
   */
  @Transactional
  public boolean confirmApp(AccountId account, String code) {
    var step =
        store
            .appSecret(account, false)
            .map(sealed -> stepOf(box.open(sealed, place(account)), code))
            .orElse(OptionalLong.empty());
    if (step.isEmpty() || !store.takeStep(account, step.getAsLong())) {
      return false;
    }
    store.confirmApp(account, clock.instant());
    return true;
  }

  /** New recovery codes, shown this once; the ones before are no longer valid. */
  @Transactional
  public List<String> newRecoveryCodes(AccountId account) {
    var fresh = Stream.generate(SecondFactors::recoveryCode).limit(RECOVERY_CODES).toList();
    store.replaceCodes(account, fresh.stream().map(code -> hash(account, code)).toList());
    return fresh;
  }

  /** Whether this is a code of her app, or one of her recovery codes, not taken before. */
  @Transactional
  public boolean takes(AccountId account, String typed) {
    var code = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    var step =
        store
            .appSecret(account, true)
            .map(sealed -> stepOf(box.open(sealed, place(account)), code))
            .orElse(OptionalLong.empty());
    return step.isPresent()
        ? store.takeStep(account, step.getAsLong())
        : store.useCode(account, hash(account, code), clock.instant());
  }

  /** Takes all of her second factors away; with her next sign-in she enrols anew. */
  @Transactional
  void reset(AccountId account) {
    store.forgetAll(account);
  }

  private OptionalLong stepOf(String secret, String typed) {
    var code = typed.replaceAll("\\s", "");
    long now = clock.instant().getEpochSecond() / STEP_SECONDS;
    for (long step = now - 1; step <= now + 1; step++) {
      if (code.equals(codeAt(secret, step))) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  private String codeAt(String secret, long step) {
    try {
      return codes.generate(secret, step);
    } catch (CodeGenerationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String recoveryCode() {
    var hex = HexFormat.of().formatHex(Digests.random(RECOVERY_CODE_BYTES));
    return String.join("-", hex.split("(?<=\\G.{5})", -1)).replaceAll("-$", "");
  }

  private static byte[] hash(AccountId account, String code) {
    return Digests.sha256("recovery " + account + " " + code.replace("-", ""));
  }

  /** For what place its secret is sealed. */
  static String place(AccountId account) {
    return "authenticator_app " + account;
  }
}
