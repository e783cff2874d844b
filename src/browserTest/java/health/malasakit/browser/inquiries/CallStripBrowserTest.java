package health.malasakit.browser.inquiries;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import health.malasakit.MalasakitTest;
import health.malasakit.World;
import health.malasakit.access.Role;
import health.malasakit.browser.Browser;
import health.malasakit.inquiries.Switchboard;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import health.malasakit.live.Live;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands at the bottom of every page while somebody calls, when things come at one moment. */
@Tag("browser")
@MalasakitTest
class CallStripBrowserTest {

  private final World world;
  private final ApplicationContext beans;
  private final int port;
  private Switchboard board;
  private BrowserContext browser;
  private Page page;

  CallStripBrowserTest(World world, ApplicationContext beans, @LocalServerPort int port) {
    this.world = world;
    this.beans = beans;
    this.port = port;
  }

  @BeforeEach
  void signIn() {
    board = Switchboard.in(beans, port, "Lakeside Family Medicine");
    var seated = board.seated(Role.CUSTOMER_SERVICE, "204");
    browser = Browser.of("http://localhost:" + port, world.cookieOf(seated));
    page = browser.newPage();
  }

  @AfterEach
  void leave() {
    browser.close();
  }

  /** A slow answer may have been made before what the page is told while it waits for it. */
  @Test
  void what_is_told_while_the_strip_is_being_read_is_read_as_well() {
    page.navigate("/calls");
    assertThat(page.locator("#line-state")).hasAttribute("data-state", "live");
    page.waitForResponse("**/calls/strip", this::somethingHappens);
    var asked = new ArrayList<Request>();
    page.onRequest(asked::add);
    page.route(
        "**/calls/strip",
        route -> {
          var early = route.fetch();
          page.waitForResponse("**/calls", this::somethingHappens);
          route.fulfill(new Route.FulfillOptions().setResponse(early));
        },
        new Page.RouteOptions().setTimes(1));
    page.waitForResponse("**/calls/strip", this::somethingHappens);

    page.waitForCondition(
        () -> asked.stream().filter(one -> one.url().endsWith("/calls/strip")).count() == 2);
  }

  private void somethingHappens() {
    var live = beans.getBean(Live.class);
    Scopes.run(
        Scope.job(board.clinic().id(), "test"),
        () ->
            beans
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> live.changed("calls/" + board.clinic().id())));
  }

  /** Another part of the page may come between the strip and the moment in which it is shown. */
  @Test
  void who_waits_is_said_whatever_else_comes_at_the_same_moment() {
    page.navigate("/");
    assertThat(page.locator("#calls-strip[data-live]")).isAttached();

    page.evaluate(
        """
        () => {
          const strip = document.getElementById("calls-strip");
          strip.dataset.rings = "1";
          strip.innerHTML = "<p>1 call waits: Lakeside Family Medicine</p>";
          const other = document.body.appendChild(document.createElement("div"));
          for (const shown of [other, strip]) shown.dispatchEvent(new CustomEvent("htmx:load", { bubbles: true }));
        }
        """);

    assertThat(page.locator("p.unseen[role=status]")).containsText("1 call waits");
  }
}
