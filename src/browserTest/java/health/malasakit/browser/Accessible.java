package health.malasakit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Collectors;

/** Tries a page against WCAG 2.2 AA with axe-core and for overflow at the width of a phone. */
public final class Accessible {

  private static final List<String> WCAG_22_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

  private Accessible() {}

  /** Fails with every violation, in light and in dark; in dark only colours can differ. */
  public static void check(Page page) {
    Screens.scheme(page, ColorScheme.DARK);
    none(page, new AxeBuilder(page).withRules(OF_COLOURS), "dark");
    Screens.scheme(page, ColorScheme.LIGHT);
    none(page, new AxeBuilder(page).withTags(WCAG_22_AA), "light");
  }

  private static void none(Page page, AxeBuilder axe, String scheme) {
    assertThat(axe.analyze().getViolations().stream().map(Accessible::said).toList())
        .as("%s, %s", page.url(), scheme)
        .isEmpty();
  }

  /**
   * Fails when a page must be moved sideways on a phone of 390 px, at 1440 or 1280 px zoomed to 200
   * %, or at 1280 px zoomed to 400 % (WCAG 1.4.10).
   */
  public static void fits(Page page) {
    var before = page.viewportSize();
    for (var width : List.of(320, 390, 640, 720)) {
      page.setViewportSize(width, 844);
      var over = page.evaluate("document.documentElement.scrollWidth - innerWidth");
      assertThat((Integer) over).as("%s overflows at %d px", page.url(), width).isLessThan(1);
    }
    page.setViewportSize(before.width, before.height);
  }

  private static String said(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream()
            .limit(8)
            .map(node -> "\n   " + node.getHtml() + "\n      " + node.getFailureSummary())
            .collect(Collectors.joining());
  }
}
