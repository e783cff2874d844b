package health.malasakit.browser.gallery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Keys;
import health.malasakit.ui.Assets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

@Tag("browser")
class UiScriptsTest {

  private static ConfigurableApplicationContext gallery;
  private GalleryController server;
  private BrowserContext person;
  private Page page;
  private Keys keys;

  @BeforeAll
  static void open() {
    gallery = Gallery.start(0);
  }

  @AfterAll
  static void close() {
    gallery.close();
  }

  @BeforeEach
  void sit() {
    server = gallery.getBean(GalleryController.class);
    server.drafts.clear();
    server.sent.clear();
    var port = gallery.getEnvironment().getProperty("local.server.port");
    person = Browser.fresh("http://localhost:" + port);
    page = person.newPage();
    keys = new Keys(page);
  }

  @AfterEach
  void leave() {
    person.close();
  }

  @Test
  void two_keys_lead_to_a_page_and_letters_in_a_text_stay_letters() {
    page.navigate("/gallery/parts");
    page.fill("textarea", "");
    page.locator("textarea").focus();
    keys.type("g d");
    assertThat(page).hasURL(Pattern.compile("/parts$"));
    assertThat(page.locator("textarea")).hasValue("g d");
    keys.press("Escape").sequence("g d");
    assertThat(page).hasURL(Pattern.compile("/day$"));
  }

  @Test
  void search_has_the_focus_after_one_key_and_the_sheet_names_all_keys() {
    page.navigate("/gallery/home");
    keys.press("Control+k");
    assertThat(page.locator("#finder")).isFocused();
    keys.type("Reyes").press("Escape");
    assertThat(page.locator("#finder")).hasValue("Reyes");
    keys.press("?");
    assertThat(page.locator("#keys")).containsText("Patients");
    keys.press("Escape");
    assertThat(page.locator("#keys")).isHidden();
  }

  @Test
  void arrows_walk_the_day_like_a_spreadsheet() {
    page.navigate("/gallery/day");
    page.locator("[data-column] a").first().focus();
    keys.press("ArrowDown");
    assertThat(page.locator(":focus")).containsText("Amina Yusuf");
    keys.press("ArrowRight");
    assertThat(page.locator(":focus")).containsText("08:30");
    keys.press("ArrowLeft").press("Enter");
    assertThat(page).hasURL(Pattern.compile("/patient$"));
  }

  @Test
  void a_change_elsewhere_is_read_anew_but_waits_while_the_part_is_in_use() {
    page.navigate("/gallery/parts");
    assertThat(page.locator("#line-state")).hasText("Live");
    var before = page.textContent("#reading");
    server.tell("part/2");
    assertThat(page.locator("#reading")).not().hasText(before);
    page.locator("#live-part a").focus();
    var held = page.textContent("#reading");
    server.tell("part/1");
    assertThat(page.locator(".new-show")).isVisible();
    assertThat(page.locator("#reading")).hasText(held);
    page.click(".new-show");
    assertThat(page.locator("#reading")).not().hasText(held);
    assertThat(page.locator(".new-show")).hasCount(0);
  }

  @Test
  void tabs_of_one_browser_share_one_stream() {
    page.navigate("/gallery/parts");
    assertThat(page.locator("#line-state")).hasText("Live");
    var listening = server.listeners();
    var second = person.newPage();
    second.navigate("/gallery/home");
    assertThat(second.locator("#line-state")).hasText("Live");
    assertThat(server.listeners()).isEqualTo(listening);
  }

  @Test
  void a_draft_is_on_the_server_within_a_second_and_never_in_the_browser() {
    page.navigate("/gallery/parts");
    page.locator("textarea").focus();
    keys.type("She has no ride");
    await().until(() -> "She has no ride".equals(server.drafts.get("note")));
    assertThat(page.locator("[data-draft-state]")).hasText("Draft kept");
    page.reload();
    assertThat(page.locator("textarea")).hasValue("She has no ride");
    var stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])");
    assertThat(stored).isEqualTo("[{},{}]");
  }

  @Test
  void the_lock_has_its_key_though_it_stands_in_a_closed_menu() {
    page.navigate("/gallery/home");
    page.waitForRequest("**/lock", () -> keys.press("g").press("l"));
  }

  @Test
  void with_nothing_in_focus_the_arrows_begin_in_the_day() {
    page.navigate("/gallery/day");
    keys.press("ArrowDown");
    assertThat(page.locator("[data-walk=grid] :focus")).hasCount(1);
  }

  @Test
  void a_form_is_sent_once_however_often_it_is_pressed() {
    page.navigate("/gallery/parts");
    page.evaluate("() => { const f = document.forms.once; f.requestSubmit(); f.requestSubmit(); }");
    page.waitForURL("**/sent");
    assertThat(server.sent).hasSize(1);
  }

  @Test
  void what_takes_longer_than_a_moment_is_seen_to_be_under_way() {
    page.navigate("/gallery/parts");
    var sign = "getComputedStyle(document.body, '::before').content";
    assertThat(page.evaluate(sign)).isEqualTo("none");
    var sending = "() => { document.forms.once.requestSubmit(); return " + sign + "; }";
    assertThat(page.evaluate(sending)).isEqualTo("\"\"");
  }

  @Test
  void an_unattended_screen_is_covered_and_gives_everything_back() {
    page.clock().install();
    page.navigate("/gallery/parts");
    page.fill("textarea", "half a sentence");
    page.clock().runFor(9 * 60_000 + 45_000);
    assertThat(page.locator(".toast")).containsText("locks in 30 seconds");
    page.clock().runFor(20_000);
    assertThat(page.locator("#lock")).isVisible();
    assertThat(page.locator("h1")).isHidden();
    keys.press("Escape").type("wrong").press("Enter");
    assertThat(page.locator("#lock-error")).isVisible();
    keys.type("right").press("Enter");
    assertThat(page.locator("#lock")).isHidden();
    assertThat(page.locator("textarea")).hasValue("half a sentence");
  }

  @Test
  void what_breaks_is_said_with_its_incident_and_what_is_done_can_be_undone() {
    page.navigate("/gallery/parts");
    page.click("text=Break");
    assertThat(page.locator(".toast-harm")).containsText("Incident K7-2M4");
    page.click("text=Move the visit");
    assertThat(page.locator("[data-toast]")).containsText("Undo");
    keys.press("z");
    page.waitForURL("**/sent");
  }

  @Test
  void a_chosen_theme_is_drawn_by_the_server() {
    page.navigate("/gallery/home");
    page.click("#me > summary");
    page.click("text=Dark");
    assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
  }

  @Test
  void only_the_files_in_use_are_served_and_ours_are_kept_for_a_year() {
    assertThat(status("/webjars/tabler__core/dist/css/tabler.css")).isEqualTo(404);
    assertThat(status("/webjars/htmx.org/dist/htmx.min.js")).isEqualTo(200);
    var css = gallery.getBean(Assets.class).href("malasakit.css");
    var headers = person.request().get(css, RequestOptions.create()).headers();
    assertThat(headers.get("cache-control")).contains("max-age=31536000", "immutable");
  }

  private int status(String address) {
    return person.request().get(address).status();
  }
}
