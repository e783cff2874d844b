package health.malasakit.scheduling.web;

import health.malasakit.ui.Choice;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of this module in the language of the person who asks. */
@Component
class SchedulingWords {

  private final MessageSource bundles;

  SchedulingWords(MessageSource bundles) {
    this.bundles = bundles;
  }

  /** Words of a key below {@code scheduling.}. */
  String say(String key, Object... args) {
    return bundles.getMessage("scheduling." + key, args, locale());
  }

  /** All values of an enum, each with its words below {@code scheduling.<group>.}. */
  <E extends Enum<E>> List<Choice> choices(String group, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(each -> {
          var code = each.name().toLowerCase(Locale.ROOT);
          return Choice.of(code, say(group + "." + code));
        })
        .toList();
  }

  /** A year, in digits alone: numbers in a message would be grouped. */
  String year(LocalDate date) {
    return String.valueOf(date.getYear());
  }

  /** The language in which she reads. */
  Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
