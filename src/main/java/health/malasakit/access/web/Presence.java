package health.malasakit.access.web;

import health.malasakit.access.CallOpen;
import health.malasakit.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whether somebody is there. After ten minutes without a request that a person caused, the session
 * is locked, whatever the browser's own clock says; streams, polling and autosave do not count.
 */
@Component
class Presence {

  static final Duration IDLE_MAX = Duration.ofMinutes(10);

  private static final Duration NOTED_EVERY = Duration.ofSeconds(15);
  private static final String ACTIVE_AT = "malasakit.active-at";
  private static final String LOCKED = "malasakit.locked";

  private final ObjectProvider<CallOpen> calls;
  private final Clock clock;

  Presence(ObjectProvider<CallOpen> calls, Clock clock) {
    this.calls = calls;
    this.clock = clock;
  }

  /** Whether the session has reached its absolute limit. */
  boolean isOver(SignedIn person) {
    return !clock.instant().isBefore(person.until());
  }

  /** Whether the screen is locked for this request; if not, and a person caused it, she is here. */
  boolean isLocked(HttpServletRequest request, SignedIn person) {
    var session = request.getSession();
    if (session.getAttribute(LOCKED) != null) {
      return true;
    }
    var now = clock.instant();
    var active = activeAt(request, person);
    if (now.isAfter(active.plus(IDLE_MAX)) && !isOnCall(person)) {
      session.setAttribute(LOCKED, true);
      return true;
    }
    var noted = session.getAttribute(ACTIVE_AT) != null && now.isBefore(active.plus(NOTED_EVERY));
    if (!isPassive(request) && !noted) {
      session.setAttribute(ACTIVE_AT, now.toEpochMilli());
    }
    return false;
  }

  void lock(HttpServletRequest request) {
    request.getSession().setAttribute(LOCKED, true);
  }

  void unlock(HttpServletRequest request) {
    request.getSession().removeAttribute(LOCKED);
    request.getSession().setAttribute(ACTIVE_AT, clock.instant().toEpochMilli());
  }

  private Instant activeAt(HttpServletRequest request, SignedIn person) {
    return request.getSession().getAttribute(ACTIVE_AT) instanceof Long millis
        ? Instant.ofEpochMilli(millis)
        : person.since();
  }

  private boolean isOnCall(SignedIn person) {
    return calls.stream().anyMatch(call -> call.isOnCall(person.account()));
  }

  static boolean isPassive(HttpServletRequest request) {
    var path = request.getRequestURI();
    return request.getHeader("X-Passive") != null
        || path.equals("/live")
        || path.startsWith("/drafts");
  }
}
