package health.malasakit.ui;

import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * Text in one language, from the bundles {@code messages/<module>.properties}. A key that is
 * missing throws {@link org.springframework.context.NoSuchMessageException}.
 */
public record Words(MessageSource bundles, Locale locale) {

  /** The text of a key, its places filled by {@link java.text.MessageFormat}. */
  public String of(String key, Object... args) {
    return bundles.getMessage(key, args, locale);
  }
}
