package health.malasakit.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Pictures of pages for people to look at and for the guides, under {@code target/screens}; taken
 * only where {@value #ASKED} is set, since nothing is asserted by them.
 */
public final class Screens {

  private static final String ASKED = "MALASAKIT_TEST_PICTURES";
  private static final Path FOLDER = Path.of("target", "screens");
  private static final int WIDE = 1440;
  private static final int NARROW = 390;

  /** After the letters are there and the page has heard of its new size. */
  private static final String HEIGHT =
      """
      async () => {
        await document.fonts.ready;
        await new Promise(requestAnimationFrame);
        return document.documentElement.scrollHeight;
      }
      """;

  private Screens() {}

  /**
   * Where asked, takes {@code name-1440.png} and {@code name-390.png}; the page is left wide and
   * light.
   */
  public static void capture(Page page, String name) {
    if (System.getenv(ASKED) == null) {
      return;
    }
    var before = page.viewportSize();
    scheme(page, ColorScheme.LIGHT);
    shoot(page, NARROW, name + "-" + NARROW);
    shoot(page, WIDE, name + "-" + WIDE);
    Window.of(page).size(before.width, before.height);
  }

  /** Shows the page as a person with a dark or a light system sees it. */
  public static void scheme(Page page, ColorScheme scheme) {
    page.emulateMedia(
        new EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
  }

  // As tall as the page, so that what sticks to the window's edge stands at the page's edge.
  private static void shoot(Page page, int width, String name) {
    var window = Window.of(page);
    window.size(width, 900);
    var height = (Integer) page.evaluate(HEIGHT);
    window.size(width, Math.clamp(height, 900, 4000));
    try {
      Files.createDirectories(FOLDER);
      Files.write(FOLDER.resolve(name + ".png"), window.picture());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
