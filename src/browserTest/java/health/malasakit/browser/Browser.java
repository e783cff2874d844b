package health.malasakit.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The one Chromium of this JVM, started at first use. It is the system's own, the one that {@value
 * #NAMED} names or {@code /usr/bin/chromium}; nothing is downloaded. Use it from one thread.
 */
public final class Browser {

  private static final String NAMED = "MALASAKIT_TEST_BROWSER";

  private static final List<String> FLAGS =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--font-render-hinting=none");

  /** A live page may take its time when every core is busy; what must appear is the same. */
  private static final double APPEARS_WITHIN_MILLIS = 15_000;

  /** And so may a click or a picture; a longer wait lets nothing pass that is wrong. */
  private static final double ACTS_WITHIN_MILLIS = 90_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(APPEARS_WITHIN_MILLIS);
  }

  private static final Playwright PLAYWRIGHT =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private static final com.microsoft.playwright.Browser CHROMIUM =
      PLAYWRIGHT.chromium().launch(options());

  private Browser() {}

  /** A person's browser with no past: its own cookies and storage; close it when done. */
  public static BrowserContext fresh(String address) {
    var browser =
        CHROMIUM.newContext(
            new NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(1440, 900)
                .setLocale("en-US")
                .setTimezoneId("Asia/Manila"));
    browser.setDefaultTimeout(ACTS_WITHIN_MILLIS);
    return browser;
  }

  /** The same of a person who is signed in, with her cookie as tests send it. */
  public static BrowserContext of(String address, String cookie) {
    var browser = fresh(address);
    var value = cookie.replaceFirst("^malasakit=", "");
    browser.addCookies(List.of(new Cookie("malasakit", value).setUrl(address)));
    return browser;
  }

  private static LaunchOptions options() {
    var flags = new ArrayList<>(FLAGS);
    if ("root".equals(System.getProperty("user.name"))) {
      flags.add("--no-sandbox");
    }
    var path = Objects.requireNonNullElse(System.getenv(NAMED), "/usr/bin/chromium");
    return new LaunchOptions().setExecutablePath(Path.of(path)).setArgs(flags);
  }
}
