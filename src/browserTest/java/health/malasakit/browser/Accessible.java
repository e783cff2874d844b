package health.malasakit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;

/** Tries a page against WCAG 2.2 AA with axe-core and for overflow at the width of a phone. */
public final class Accessible {

  private static final String AXE = AxeBuilder.getAxeScript();

  private static final Map<String, Object> WCAG_22_AA =
      Map.of(
          "type",
          "tag",
          "values",
          List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));

  private static final Map<String, Object> OF_COLOURS =
      Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));

  /**
   * Asked in the page itself: {@link AxeBuilder} loads axe anew for each question and gathers the
   * answers of frames in a page of its own, which took four times the processor, and we have no
   * frames. Its selectors are not shown below, and of style sheets only a rule that is not among
   * these wants to know; to gather both took a third of its time.
   */
  private static final String VIOLATIONS =
      """
      async rules => (await axe.run(document, {runOnly: rules, resultTypes: ['violations'],
        selectors: false, preload: {assets: ['media']}}))
        .violations.map(rule => rule.id + ': ' + rule.help + rule.nodes.slice(0, 8)
          .map(node => `\n   ${node.html}\n      ${node.failureSummary}`).join(''))
      """;

  /** After the page has heard of its new size. */
  private static final String SIZES =
      """
      async () => {
        await new Promise(requestAnimationFrame);
        const all = document.documentElement;
        return [innerWidth, all.scrollWidth, all.scrollHeight - document.body.offsetHeight];
      }
      """;

  private Accessible() {}

  /** Fails with every violation, in light and in dark; in dark only colours can differ. */
  public static void check(Page page) {
    assertThat(page.frames()).as("%s has frames: ask axe in each", page.url()).hasSize(1);
    Window.of(page).run(AXE);
    Screens.scheme(page, ColorScheme.DARK);
    none(page, OF_COLOURS, "dark");
    Screens.scheme(page, ColorScheme.LIGHT);
    none(page, WCAG_22_AA, "light");
  }

  private static void none(Page page, Map<String, Object> rules, String scheme) {
    assertThat((List<?>) page.evaluate(VIOLATIONS, rules))
        .as("%s, %s", page.url(), scheme)
        .isEmpty();
  }

  /**
   * Fails when a page must be moved sideways on a phone of 390 px, at 1440 or 1280 px zoomed to 200
   * %, or at 1280 px zoomed to 400 % (WCAG 1.4.10), and when its body ends before what is in it.
   */
  public static void fits(Page page) {
    var before = page.viewportSize();
    var window = Window.of(page);
    for (int width : List.of(320, 390, 640, 720)) {
      window.size(width, 844);
      var sizes = (List<?>) page.evaluate(SIZES);
      assertThat(sizes.getFirst()).as("the width of the window").isEqualTo(width);
      int over = (Integer) sizes.get(1) - width;
      assertThat(over).as("%s overflows at %d px", page.url(), width).isLessThan(1);
      assertThat((Integer) sizes.getLast())
          .as("%s goes on below its body, and what is to stay in sight does not", page.url())
          .isLessThan(1);
    }
    window.size(before.width, before.height);
  }
}
