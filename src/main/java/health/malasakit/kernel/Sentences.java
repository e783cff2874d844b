package health.malasakit.kernel;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Sentences of {@code messages/<module>.properties} where no page is at hand that says them, in the
 * language of the person whom this thread serves. An apostrophe is an apostrophe. A sentence that
 * is missing throws {@link java.util.MissingResourceException}.
 */
public final class Sentences {

  private static final ResourceBundle.Control ONLY_HERS =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Sentences() {}

  /**
   * One sentence.
   *
   * @param key begins with the name of the bundle: {@code refused.date.impossible}
   * @param facts fill its places in order, numbers as they are
   */
  public static String of(String key, @Nullable Object... facts) {
    String text = bundle(key.substring(0, key.indexOf('.'))).getString(key);
    return new MessageFormat(text.replace("'", "''"), locale())
        .format(Arrays.stream(facts).map(String::valueOf).toArray());
  }

  /** All texts of a module. */
  public static ResourceBundle bundle(String module) {
    return ResourceBundle.getBundle("messages." + module, locale(), ONLY_HERS);
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
