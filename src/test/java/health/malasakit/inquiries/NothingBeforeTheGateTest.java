package health.malasakit.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import health.malasakit.MalasakitTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page there is, asked for the caller's own record before she is proven. */
@MalasakitTest
class NothingBeforeTheGateTest {

  private static final List<String> HER_FACTS =
      List.of("Cruz", "12 Oak", "94607", "555-0100", "MRN-77", "12 Mar 1985", "1985-03-12");

  private final RequestMappingHandlerMapping routes;
  private final ApplicationContext beans;
  private final int port;

  NothingBeforeTheGateTest(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes,
      ApplicationContext beans,
      @LocalServerPort int port) {
    this.routes = routes;
    this.beans = beans;
    this.port = port;
  }

  @Test
  void no_answer_of_any_page_holds_a_fact_of_her() {
    var line = new CallerOnTheLine(beans, port);
    var pages = pages().flatMap(path -> addresses(path, line)).distinct().toList();
    assertThat(pages).hasSizeGreaterThan(80);

    var told = pages.stream().filter(page -> tells(line.client().get(page).body())).toList();

    System.out.printf(
        "Pages asked for during a call before the gate: %d, with a fact of the patient: %d%n",
        pages.size(), told.size());
    assertThat(told).isEmpty();
    line.proven();
    assertThat(tells(line.client().get(line.page()).body())).isTrue();
  }

  private Stream<String> pages() {
    return routes.getHandlerMethods().keySet().stream()
        .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .flatMap(info -> info.getPatternValues().stream())
        .filter(path -> !path.equals("/live"));
  }

  /**
   * The clinic by its slug and by its id, and every other name as her id; and with her asked for.
   */
  private static Stream<String> addresses(String path, CallerOnTheLine line) {
    var named = path.replaceAll("\\{(slug|clinic)}", line.clinic().slug());
    var byId = path.replaceAll("\\{(slug|clinic|organization)}", line.clinic().id().toString());
    return Stream.of(named, byId)
        .map(one -> one.replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", line.ana().toString()))
        .flatMap(one -> Stream.of(one, one + "?patient=" + line.ana()));
  }

  private static boolean tells(String body) {
    return HER_FACTS.stream().anyMatch(body::contains);
  }
}
