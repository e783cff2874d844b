package health.malasakit.access.web;

import health.malasakit.access.LocalPath;
import health.malasakit.access.PageOwner;
import health.malasakit.access.Passkeys;
import health.malasakit.access.SecondFactors;
import health.malasakit.access.SignIns;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** The steps between the sign-in page and the first page, kept in the session. */
@Component
class Entrance {

  private static final String ENTERING = "malasakit.entering";

  /** Between password and last step; who leaves it open longer begins again. */
  private static final Duration STEPS_MAX = Duration.ofMinutes(15);

  private final SecondFactors factors;
  private final SignIns signIns;
  private final SecurityContextRepository contexts;
  private final Clock clock;
  private final Passkeys passkeys;
  private final PageOwner owner;

  Entrance(
      SecondFactors factors,
      SignIns signIns,
      SecurityContextRepository contexts,
      Clock clock,
      Passkeys passkeys,
      PageOwner owner) {
    this.factors = factors;
    this.signIns = signIns;
    this.contexts = contexts;
    this.clock = clock;
    this.passkeys = passkeys;
    this.owner = owner;
  }

  /** Who is between the steps, if anybody. */
  Optional<Entering> find(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(ENTERING) instanceof Entering entering
        ? Optional.of(entering).filter(some -> some.at().plus(STEPS_MAX).isAfter(clock.instant()))
        : Optional.empty();
  }

  /**
   * The password was right. The session gets a new number, so that a planted one is worth nothing.
   */
  Entering begin(HttpServletRequest request, AccountId account, String next) {
    request.getSession();
    request.changeSessionId();
    return keep(
        request,
        new Entering(
            account.value(),
            LocalPath.of(next),
            signIns.passwordIsEnough(account),
            Passkeys.challenge(),
            clock.instant()));
  }

  Entering keep(HttpServletRequest request, Entering entering) {
    request.getSession().setAttribute(ENTERING, entering);
    return entering;
  }

  /** The address of the step that comes next. */
  String step(Entering entering) {
    if (entering.proven()) {
      return "/sign-in/place";
    }
    return factors.of(entering.account()).any() ? "/sign-in/factor" : "/sign-in/enrol";
  }

  /** She is in: a fresh session with nothing in it but who she is and where she works from. */
  void finish(HttpServletRequest request, HttpServletResponse response, SignedIn person) {
    request.getSession().invalidate();
    request.getSession(true);
    var authentication = UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
    contexts.saveContext(new SecurityContextImpl(authentication), request, response);
    owner.enters(person.account(), request, response);
    signIns.signedIn(person);
  }

  /** The site that passkeys belong to: the configured address, else the one asked for. */
  Passkeys.Site site(HttpServletRequest request) {
    return passkeys.site(request.getRequestURL().toString());
  }
}
