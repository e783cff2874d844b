package health.malasakit.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;

/**
 * A person who works with the keyboard alone; counts the keys beside the text that she types. Like
 * her it waits for the cursor: a page that just came gives the focus a moment after it is there,
 * and what is typed before that goes nowhere.
 */
public final class Keys {

  private static final String SOMETHING =
      "() => document.hasFocus() && document.activeElement?.matches(':not(body, html)')";
  private static final String A_FIELD =
      "() => document.hasFocus() && document.activeElement?.matches("
          + "'input, textarea, select, [contenteditable]')";

  private final Page page;
  private int pressed;

  /** Nothing pressed yet. */
  public Keys(Page page) {
    this.page = page;
  }

  /**
   * Presses one key or chord, {@code Enter} or {@code Control+k}; counts one. A page that is still
   * coming is waited for: until its scripts run it hears no key. Enter waits until something has
   * the focus.
   */
  public Keys press(String key) {
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    if (key.equals("Enter")) {
      page.waitForFunction(SOMETHING);
    }
    page.keyboard().press(key);
    pressed++;
    return this;
  }

  /** Presses keys one after another, {@code g d}; each counts. */
  public Keys sequence(String keys) {
    for (var key : keys.split(" ", -1)) {
      press(key);
    }
    return this;
  }

  /** Types text that had to be typed in any system, once a field has the focus; does not count. */
  public Keys type(String text) {
    page.waitForFunction(A_FIELD);
    page.keyboard().type(text);
    return this;
  }

  /** Keys pressed beside typed text. */
  public int count() {
    return pressed;
  }
}
