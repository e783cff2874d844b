package health.malasakit.access.keys;

import health.malasakit.access.OwnFactors;
import health.malasakit.access.Passkeys;
import health.malasakit.access.Passwords;
import health.malasakit.access.SecondFactors;
import health.malasakit.access.SignIns;
import health.malasakit.access.SignedIn;
import health.malasakit.access.web.PasskeyForm;
import health.malasakit.access.web.PasskeyPage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Whether the person at the screen has just shown a second factor. A session that was left open is
 * not enough to give somebody else a key.
 */
@Component
class FreshFactor {

  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final String SHOWN_AT = "malasakit.factor-shown-at";
  private static final String CHALLENGE = "malasakit.key-challenge";

  private final OwnFactors own;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final Passwords passwords;
  private final SignIns signIns;
  private final Clock clock;

  FreshFactor(
      OwnFactors own,
      SecondFactors factors,
      Passkeys passkeys,
      Passwords passwords,
      SignIns signIns,
      Clock clock) {
    this.own = own;
    this.factors = factors;
    this.passkeys = passkeys;
    this.passwords = passwords;
    this.signIns = signIns;
    this.clock = clock;
  }

  /** Until when what she has shown counts; empty when she has to show it first. */
  Optional<Instant> until(HttpServletRequest request) {
    return request.getSession().getAttribute(SHOWN_AT) instanceof Long millis
        ? Optional.of(Instant.ofEpochMilli(millis).plus(FRESH)).filter(clock.instant()::isBefore)
        : Optional.empty();
  }

  /**
   * Looks at a key's answer or a code; who has neither yet, as in a made-up world, types her
   * password.
   */
  SignIns.Answer show(HttpServletRequest request, PasskeyForm form, String typed) {
    var me = SignedIn.find().orElseThrow().account();
    BooleanSupplier right =
        form.credential().isEmpty()
            ? () -> own.mine().any() ? factors.takes(me, typed) : passwords.isOf(me, typed)
            : () -> passkeys.answers(me, form.credential(), form.answer(), asked(request));
    var answer = signIns.code(me, right);
    if (answer instanceof SignIns.Answer.Right) {
      request.getSession().setAttribute(SHOWN_AT, clock.instant().toEpochMilli());
    }
    return answer;
  }

  /** A fresh challenge, remembered until it is answered. */
  PasskeyPage ask(HttpServletRequest request, OwnFactors.Mine mine) {
    var challenge = Passkeys.challenge();
    request.getSession().setAttribute(CHALLENGE, challenge);
    return PasskeyPage.of(challenge, site(request), mine.keys());
  }

  /** The challenge that was asked last, for one answer only. */
  Passkeys.Asked asked(HttpServletRequest request) {
    var challenge = request.getSession().getAttribute(CHALLENGE);
    request.getSession().removeAttribute(CHALLENGE);
    return new Passkeys.Asked(
        challenge instanceof String asked ? asked : Passkeys.challenge(), site(request));
  }

  private Passkeys.Site site(HttpServletRequest request) {
    return passkeys.site(request.getRequestURL().toString());
  }
}
