package health.malasakit.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All message bundles under {@code messages/}, one for each module. Text is written as it is read:
 * an apostrophe is an apostrophe, with or without arguments.
 */
final class Bundles extends ResourceBundleMessageSource {

  Bundles() {
    setDefaultEncoding("UTF-8");
    setFallbackToSystemLocale(false);
    setBasenames(names());
  }

  @Override
  protected MessageFormat createMessageFormat(String text, @Nullable Locale locale) {
    return super.createMessageFormat(text.replace("'", "''"), locale);
  }

  private static String[] names() {
    try {
      var files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:messages/*.properties");
      return Arrays.stream(files)
          .map(file -> Objects.requireNonNull(file.getFilename()))
          .map(file -> "messages." + file.substring(0, file.indexOf('.')))
          .map(name -> name.replaceFirst("_.*", ""))
          .distinct()
          .sorted()
          .toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
