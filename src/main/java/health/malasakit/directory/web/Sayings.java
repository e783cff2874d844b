package health.malasakit.directory.web;

import health.malasakit.ui.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of this module in the language of the person who asks. */
@Component
class Sayings {

  private final MessageSource bundles;

  Sayings(MessageSource bundles) {
    this.bundles = bundles;
  }

  /** Words of a key below {@code directory.}. */
  String say(String key, Object... args) {
    return bundles.getMessage("directory." + key, args, LocaleContextHolder.getLocale());
  }

  /** Words of a whole key, of this module or of one above. */
  String whole(String key, Object... args) {
    return bundles.getMessage(key, args, LocaleContextHolder.getLocale());
  }

  /** All values of an enum, each with its words below {@code directory.<group>.}. */
  <E extends Enum<E>> List<Choice> choices(String group, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(each -> {
          String code = each.name().toLowerCase(Locale.ROOT);
          return Choice.of(code, say(group + "." + code));
        })
        .toList();
  }

  ListPage.Words list(String kind) {
    String at = "list." + kind;
    return new ListPage.Words(
        say(at), say(at + ".under"), say(at + ".add"), say(at + ".empty"), say(at + ".why"));
  }
}
