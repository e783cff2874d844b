package health.malasakit.browser;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class AccessibleTest {

  @Test
  void what_is_wrong_in_light_or_only_in_dark_or_too_wide_is_named() {
    try (var person = Browser.fresh("http://localhost")) {
      var page = person.newPage();
      page.setContent(
          "<html lang='en'><title>t</title><main><h1>t</h1><img src='data:,'></main></html>");
      assertThatThrownBy(() -> Accessible.check(page))
          .hasMessageContaining("light")
          .hasMessageContaining("image-alt: ")
          .hasMessageContaining("<img");

      page.setContent(
          "<style>@media (prefers-color-scheme: dark) { body { color: #eee } }</style><p>faint");
      assertThatThrownBy(() -> Accessible.check(page))
          .hasMessageContaining("dark")
          .hasMessageContaining("color-contrast: ");

      page.setContent("<p style='width: 400px'>wide");
      assertThatThrownBy(() -> Accessible.fits(page)).hasMessageContaining("at 320 px");
    }
  }
}
