package health.malasakit.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class KeysTest {

  @Test
  void what_is_typed_or_entered_waits_for_the_focus_that_comes_late() {
    try (var person = Browser.fresh("http://localhost")) {
      var page = person.newPage();
      page.setContent(
          """
          <input id='late'><button id='after' onclick='document.title = "pressed"'>b</button>
          <script>
            setTimeout(() => document.getElementById('late').focus(), 400);
            document.getElementById('late').onchange = () => setTimeout(() =>
              document.getElementById('after').focus(), 400);
          </script>
          """);
      var keys = new Keys(page).type("Ask the clinic");
      assertThat(page.locator("#late")).hasValue("Ask the clinic");

      page.locator("#late").evaluate("field => { field.blur(); field.disabled = true; }");
      keys.press("Enter");
      assertThat(page).hasTitle("pressed");
    }
  }
}
