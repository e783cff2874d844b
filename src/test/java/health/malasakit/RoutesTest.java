package health.malasakit;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.access.AnySignedIn;
import health.malasakit.access.Needs;
import health.malasakit.access.NotAsked;
import health.malasakit.access.OpenToAll;
import health.malasakit.access.Role;
import health.malasakit.access.RoleRights;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.guards.Reference;
import health.malasakit.kernel.Right;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
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
@Tag("slow")
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
    assertThat(saysNotExactlyOne(routes, Needs.class, AnySignedIn.class, OpenToAll.class))
        .isEmpty();
  }

  @Test
  void every_route_says_what_it_writes_into_the_audit() {
    assertThat(saysNotExactlyOne(routes, Audited.class, NotAudited.class)).isEmpty();
  }

  @Test
  void a_route_that_says_nothing_and_one_that_says_two_things_are_found()
      throws NoSuchMethodException {
    var wrong =
        Map.of(
            RequestMappingInfo.paths("/silent").build(),
            new HandlerMethod(new Unheard(), "silent"),
            RequestMappingInfo.paths("/torn").build(),
            new HandlerMethod(new Unheard(), "torn"),
            RequestMappingInfo.paths("/right").build(),
            new HandlerMethod(new Unheard(), "right"));

    assertThat(saysNotExactlyOne(wrong, AnySignedIn.class, OpenToAll.class))
        .hasSize(2)
        .noneMatch(found -> found.contains("right"));
  }

  /** No controller of ours: routes as they must not be, and one as it must. */
  static final class Unheard {

    public void silent() {}

    @AnySignedIn(why = "a test")
    @OpenToAll(why = "a test")
    public void torn() {}

    @OpenToAll(why = "a test")
    public void right() {}
  }

  @Test
  void every_right_that_a_route_asks_for_is_held_by_some_role() {
    var held = rights.of(Set.of(Role.values()));

    var nobodys =
        needs().stream()
            .flatMap(route -> NeededRights.of(route.needs()))
            .filter(right -> !held.contains(right))
            .toList();

    assertThat(nobodys).isEmpty();
  }

  @Test
  void every_row_of_the_file_is_asked_by_some_route_or_listed_with_its_reason() {
    var asked =
        needs().stream()
            .flatMap(route -> NeededRights.of(route.needs()))
            .map(Right::object)
            .collect(Collectors.toSet());
    var rows =
        rights.of(Set.of(Role.values())).stream().map(Right::object).collect(Collectors.toSet());

    assertThat(rows.stream().filter(row -> !asked.contains(row)))
        .containsExactlyInAnyOrderElementsOf(NotAsked.ROWS.keySet());
  }

  /** Role by role, each route with a right, by real requests with ids that are nobody's. */
  @TestFactory
  Stream<DynamicTest> each_role_enters_what_the_file_of_rights_says_and_nothing_else() {
    return Arrays.stream(Role.values())
        .map(role -> DynamicTest.dynamicTest(role.code(), () -> assertThat(wrong(role)).isEmpty()));
  }

  /** A line for each route. */
  @Test
  void the_reference_of_the_routes_is_that_of_the_program() throws IOException {
    var lines =
        routes.entrySet().stream()
            .flatMap(route ->
                route.getKey().getPatternValues().stream()
                    .map(path -> line(path, route.getKey(), route.getValue())))
            .sorted()
            .toList();
    assertThat(lines).hasSizeGreaterThan(100).allMatch(line -> !line.contains("| |"));
    Reference.holds(
        "routes.md",
        Stream.concat(
                Stream.of(
                    "# Routes",
                    "",
                    "| path | method | who may enter | written into the audit |",
                    "|---|---|---|---|"),
                lines.stream())
            .toList());
  }

  private static String line(String path, RequestMappingInfo info, HandlerMethod handler) {
    return "| `%s` | %s | %s | %s |"
        .formatted(path, info.getMethodsCondition().getMethods(), who(handler), written(handler));
  }

  private static String who(HandlerMethod handler) {
    var needs = handler.getMethodAnnotation(Needs.class);
    if (needs != null) {
      return NeededRights.said(needs);
    }
    var signedIn = handler.getMethodAnnotation(AnySignedIn.class);
    return signedIn != null
        ? "any signed in: " + signedIn.why()
        : "all: " + handler.getMethodAnnotation(OpenToAll.class).why();
  }

  private static String written(HandlerMethod handler) {
    var audited = handler.getMethodAnnotation(Audited.class);
    return audited != null
        ? audited.value()
        : "nothing: " + handler.getMethodAnnotation(NotAudited.class).why();
  }

  private List<String> wrong(Role role) {
    var clinic = world.clinic("Lakeside Family Medicine");
    var visitor = new Visitor(port, world.cookieOf(world.person(role, clinic)));
    visitor.get("/nothing");
    var hers = rights.of(Set.of(role));
    var wrong = new ArrayList<String>();
    for (var route : needs()) {
      var may = NeededRights.of(route.needs()).allMatch(hers::contains);
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
  private static List<String> saysNotExactlyOne(
      Map<RequestMappingInfo, HandlerMethod> routes, Class<? extends Annotation>... kinds) {
    return routes.entrySet().stream()
        .filter(route ->
            Arrays.stream(kinds).filter(route.getValue()::hasMethodAnnotation).count() != 1)
        .map(route -> route.getKey() + " " + route.getValue().getShortLogMessage())
        .toList();
  }
}
