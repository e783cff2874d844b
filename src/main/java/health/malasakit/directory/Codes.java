package health.malasakit.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Enums as tables and forms write them: in lower case. */
final class Codes {

  private Codes() {}

  /** For a row, which holds a known code. */
  static <E extends Enum<E>> E of(Class<E> type, String code) {
    return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
  }

  /** For a form, which may hold anything. */
  static <E extends Enum<E>> Optional<E> find(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(code.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
