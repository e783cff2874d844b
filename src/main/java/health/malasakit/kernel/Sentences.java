package health.malasakit.kernel;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Sentences of {@code messages/refused.properties}, where an apostrophe is an apostrophe. A
 * sentence that is missing throws {@link java.util.MissingResourceException}.
 */
final class Sentences {

  private static final String BUNDLE = "messages.refused";
  private static final ResourceBundle.Control ONLY_HERS =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Sentences() {}

  static String of(String key, List<String> facts) {
    Locale locale = LocaleContextHolder.getLocale();
    String text = ResourceBundle.getBundle(BUNDLE, locale, ONLY_HERS).getString(key);
    return new MessageFormat(text.replace("'", "''"), locale).format(facts.toArray());
  }
}
