package health.malasakit.directory.web;

import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import health.malasakit.ui.Errors;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;

/** What a person typed into a form, and what is wrong with it so far. */
final class Typed {

  private static final int LENGTH_MAX = 2000;

  private final MultiValueMap<String, String> form;
  private Errors errors = Errors.NONE;

  Typed(MultiValueMap<String, String> form) {
    this.form = form;
  }

  String text(String name) {
    String first = form.getFirst(name);
    String text = first == null ? "" : first.strip();
    if (text.length() > LENGTH_MAX) {
      wrong(name, Sentences.of("directory.wrong.long"));
    }
    return text;
  }

  /** A text without which nothing can be saved. */
  String needed(String name, String sentence) {
    String text = text(name);
    if (text.isEmpty()) {
      wrong(name, sentence);
    }
    return text;
  }

  List<String> all(String name) {
    return form.getOrDefault(name, List.of()).stream().filter(one -> !one.isBlank()).toList();
  }

  /** Reads a field; what cannot be read is told beside it, and the other value stands in. */
  <T> T read(String name, T otherwise, Function<String, T> how) {
    try {
      return how.apply(text(name));
    } catch (Refused no) {
      wrong(name, no.sentence());
      return otherwise;
    }
  }

  /** One of the values of an enum. */
  <E extends Enum<E>> E one(String name, E otherwise) {
    Optional<E> known =
        java.util.Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
            .filter(each -> each.name().equals(text(name).toUpperCase(Locale.ROOT)))
            .findFirst();
    if (known.isEmpty()) {
      wrong(name, Sentences.of("directory.wrong.choice"));
    }
    return known.orElse(otherwise);
  }

  void wrong(String name, String sentence) {
    errors = errors.and(name, sentence);
  }

  Errors errors() {
    return errors;
  }

  /** The version that the person saw; 0 when the form carries none. */
  long version() {
    String seen = text("version");
    return seen.matches("[0-9]{1,18}") ? Long.parseLong(seen) : 0;
  }

  String requestId() {
    return text("requestId");
  }
}
