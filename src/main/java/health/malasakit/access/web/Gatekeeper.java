package health.malasakit.access.web;

import health.malasakit.access.AnySignedIn;
import health.malasakit.access.Memberships;
import health.malasakit.access.Needs;
import health.malasakit.access.OpenToAll;
import health.malasakit.access.SignedIn;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Decides for each request whether the route is open to this person, and with which scope. */
@Component
class Gatekeeper {

  private final Memberships memberships;
  private final Presence presence;

  Gatekeeper(Memberships memberships, Presence presence) {
    this.memberships = memberships;
    this.presence = presence;
  }

  /** A route is entered with a scope, without one, or only after sign-in or unlocking. */
  sealed interface Entry {
    record WithScope(Scope scope) implements Entry {}

    record WithoutScope() implements Entry {}

    record SignInFirst() implements Entry {}

    record Unlock() implements Entry {}
  }

  /** Default deny: a route that says nothing about who may enter is refused to everyone. */
  Entry decide(HttpServletRequest request, HandlerMethod handler) {
    if (handler.hasMethodAnnotation(OpenToAll.class)) {
      return new Entry.WithoutScope();
    }
    var person = SignedIn.find().filter(someone -> !presence.isOver(someone));
    var current = person.flatMap(someone -> memberships.scopeOfSession(someone, task(request)));
    if (current.isEmpty()) {
      return new Entry.SignInFirst();
    }
    var open = handler.getMethodAnnotation(AnySignedIn.class);
    if ((open == null || !open.whileLocked()) && presence.isLocked(request, person.get())) {
      return new Entry.Unlock();
    }
    request.setAttribute(SignedIn.WHOLE_SCOPE, current.get());
    return enter(current.get(), handler);
  }

  /** Whether the session of this person still counts. */
  boolean letsIn(SignedIn person) {
    return !presence.isOver(person)
        && memberships.scopeOfSession(person, "GET /sign-in").isPresent();
  }

  private static Entry enter(Scope scope, HandlerMethod handler) {
    var needs = handler.getMethodAnnotation(Needs.class);
    if (needs != null) {
      return new Entry.WithScope(where(scope, needs));
    }
    if (handler.hasMethodAnnotation(AnySignedIn.class)) {
      return new Entry.WithScope(scope);
    }
    throw Refused.denied("no-permission-declared");
  }

  private static Scope where(Scope scope, Needs needs) {
    var held =
        scope.organizations().stream()
            .filter(organization -> scope.may(organization, needs.object(), needs.verb()))
            .filter(organization ->
                Arrays.stream(needs.also())
                    .allMatch(one -> scope.may(organization, one.object(), one.verb())))
            .collect(Collectors.toSet());
    if (held.isEmpty()) {
      throw Refused.denied("no-right");
    }
    return scope.within(held);
  }

  /** The route's pattern, so that no id or word typed by a person lands in the task. */
  private static String task(HttpServletRequest request) {
    var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return request.getMethod() + " " + pattern;
  }
}
