package health.malasakit.access.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.LocalPath;
import health.malasakit.access.Passkeys;
import health.malasakit.access.SignedIn;
import health.malasakit.ui.Errors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What every route answers while the screen is locked. */
@Component
class LockedScreen {

  private static final String CHALLENGE = "malasakit.unlock-challenge";

  private final Accounts accounts;
  private final Passkeys passkeys;
  private final Entrance entrance;

  LockedScreen(Accounts accounts, Passkeys passkeys, Entrance entrance) {
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.entrance = entrance;
  }

  /** Machines and parts of a page are told to cover; a page asked for is the lock page. */
  @Nullable ModelAndView answer(HttpServletRequest request, HttpServletResponse response) {
    if (request.getRequestURI().startsWith("/api/") || Presence.isPassive(request)) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return null;
    }
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Trigger", "locked");
      response.setHeader("HX-Reswap", "none");
      response.setStatus(HttpStatus.LOCKED.value());
      return null;
    }
    return page(request, next(request), Errors.NONE);
  }

  ModelAndView page(HttpServletRequest request, String next, Errors errors) {
    var person = SignedIn.find().orElseThrow();
    var name = accounts.nameOf(person.account());
    var view = new ModelAndView("access/web/locked", HttpStatus.LOCKED);
    return view.addObject("page", new LockedPage(name, next, ask(request), errors));
  }

  /** A fresh challenge for her keys, remembered until it is answered. */
  PasskeyPage ask(HttpServletRequest request) {
    var challenge = Passkeys.challenge();
    request.getSession().setAttribute(CHALLENGE, challenge);
    var keys = passkeys.of(SignedIn.find().orElseThrow().account());
    return PasskeyPage.of(challenge, entrance.site(request), keys);
  }

  /** The challenge that was asked last, for one answer only. */
  Passkeys.Asked asked(HttpServletRequest request) {
    var challenge = request.getSession().getAttribute(CHALLENGE);
    request.getSession().removeAttribute(CHALLENGE);
    return new Passkeys.Asked(
        challenge instanceof String asked ? asked : Passkeys.challenge(), entrance.site(request));
  }

  /** A page is opened again; after a form it is the page of the form, whose draft is kept. */
  private static String next(HttpServletRequest request) {
    return "GET".equals(request.getMethod())
        ? LocalPath.of(request.getRequestURI())
        : LocalPath.ofReferrer(request.getHeader("Referer"), request.getServerName());
  }
}
