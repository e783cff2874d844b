package health.malasakit.browser;

import com.microsoft.playwright.Page;

/** A person who works with the keyboard alone; counts the keys beside the text that she types. */
public final class Keys {

  private final Page page;
  private int pressed;

  /** Nothing pressed yet. */
  public Keys(Page page) {
    this.page = page;
  }

  /** Presses one key or chord, {@code Enter} or {@code Control+k}; counts one. */
  public Keys press(String key) {
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

  /** Types text that had to be typed in any system; does not count. */
  public Keys type(String text) {
    page.keyboard().type(text);
    return this;
  }

  /** Keys pressed beside typed text. */
  public int count() {
    return pressed;
  }
}
