package health.malasakit.browser.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import health.malasakit.browser.Accessible;
import health.malasakit.browser.Browser;
import health.malasakit.browser.Screens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

@Tag("browser")
class UiGalleryTest {

  private static ConfigurableApplicationContext gallery;
  private BrowserContext person;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

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
    person =
        Browser.fresh(
            "http://localhost:" + gallery.getEnvironment().getProperty("local.server.port"));
    page = person.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  @AfterEach
  void leave() {
    person.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parts",
        "home",
        "search",
        "patient",
        "openings",
        "day",
        "register",
        "list",
        "signIn"
      })
  void a_page_is_clean_for_everybody_at_every_width(String name) {
    page.navigate("/gallery/" + name);
    Screens.capture(page, name);
    assertThat(page.locator("h1").count()).isEqualTo(1);
    assertThat(complaints).isEmpty();
    Accessible.fits(page);
    Accessible.check(page);
  }

  @Test
  void every_field_is_as_high_as_a_finger_and_only_a_choice_has_an_arrow() {
    page.navigate("/gallery/register");

    var texts = styles(".field input:not([type=checkbox], [type=radio])");
    var choices = styles(".field select");

    assertThat(texts).isNotEmpty().allMatch("40px none"::equals);
    assertThat(choices)
        .isNotEmpty()
        .allMatch(style -> style.toString().startsWith("40px linear-gradient"));
  }

  private List<?> styles(String fields) {
    return (List<?>)
        page.locator(fields)
            .evaluateAll(
                "all => all.map(e => getComputedStyle(e))"
                    + ".map(s => s.minHeight + ' ' + s.backgroundImage)");
  }
}
