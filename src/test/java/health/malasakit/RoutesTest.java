package health.malasakit;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.access.AnySignedIn;
import health.malasakit.access.Needs;
import health.malasakit.access.OpenToAll;
import health.malasakit.access.Role;
import health.malasakit.access.RoleRights;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.Right;
import java.lang.annotation.Annotation;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route says who may enter and what it writes down; and each role meets what the file says.
 */
@MalasakitTest
class RoutesTest {

  private static final String NOT_HERS = "Your roles do not include this.";

  private final Map<RequestMappingInfo, HandlerMethod> routes;
  private final RoleRights rights;
  private final World world;
  private final int port;

  RoutesTest(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
      RoleRights rights,
      World world,
      @LocalServerPort int port) {
    this.routes = mapping.getHandlerMethods();
    this.rights = rights;
    this.world = world;
    this.port = port;
  }

  @Test
  void every_route_says_who_may_enter() {
    assertThat(saysNotExactlyOne(Needs.class, AnySignedIn.class, OpenToAll.class)).isEmpty();
  }

  @Test
  void every_route_says_what_it_writes_into_the_audit() {
    assertThat(saysNotExactlyOne(Audited.class, NotAudited.class)).isEmpty();
  }

  @Test
  void every_right_that_a_route_asks_for_is_held_by_some_role() {
    var held = rights.of(Set.of(Role.values()));

    var nobodys =
        needs().stream()
            .map(route -> new Right(route.needs().object(), route.needs().verb()))
            .filter(right -> !held.contains(right))
            .toList();

    assertThat(nobodys).isEmpty();
  }

  /** Role by role, each route with a right, by real requests with ids that are nobody's. */
  @TestFactory
  Stream<DynamicTest> each_role_enters_what_the_file_of_rights_says_and_nothing_else() {
    return Arrays.stream(Role.values())
        .map(role -> DynamicTest.dynamicTest(role.code(), () -> assertThat(wrong(role)).isEmpty()));
  }

  private List<String> wrong(Role role) {
    var clinic = world.clinic("Lakeside Family Medicine");
    var visitor = new Visitor(port, world.cookieOf(world.person(role, clinic)));
    visitor.get("/nothing");
    var hers = rights.of(Set.of(role));
    var wrong = new ArrayList<String>();
    for (var route : needs()) {
      var may = hers.contains(new Right(route.needs().object(), route.needs().verb()));
      var answer = ask(visitor, route);
      var refused = answer.statusCode() == 403 && answer.body().contains(NOT_HERS);
      if (may == refused) {
        wrong.add(
            "%s %s: %s, answered %d"
                .formatted(
                    route.method(), route.path(), may ? "may" : "may not", answer.statusCode()));
      }
    }
    return wrong;
  }

  private static java.net.http.HttpResponse<String> ask(Visitor visitor, Route route) {
    var path =
        route
            .path()
            .replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", UUID.randomUUID().toString())
            .replace("**", "x");
    return switch (route.method()) {
      case "GET" -> visitor.get(path);
      case "POST" -> visitor.post(path, Map.of("requestId", UUID.randomUUID().toString()));
      default ->
          visitor.send(
              visitor
                  .request(path, "X-CSRF-TOKEN", visitor.token())
                  .method(route.method(), BodyPublishers.noBody()));
    };
  }

  private record Route(String method, String path, Needs needs) {}

  private List<Route> needs() {
    var all = new ArrayList<Route>();
    routes.forEach((info, handler) -> {
      var needs = handler.getMethodAnnotation(Needs.class);
      if (needs != null) {
        info.getPatternValues()
            .forEach(path ->
                info.getMethodsCondition()
                    .getMethods()
                    .forEach(method -> all.add(new Route(method.name(), path, needs))));
      }
    });
    return all;
  }

  @SafeVarargs
  private List<String> saysNotExactlyOne(Class<? extends Annotation>... kinds) {
    return routes.entrySet().stream()
        .filter(route ->
            Arrays.stream(kinds).filter(route.getValue()::hasMethodAnnotation).count() != 1)
        .map(route -> route.getKey() + " " + route.getValue().getShortLogMessage())
        .toList();
  }
}
