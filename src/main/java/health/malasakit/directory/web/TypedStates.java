package health.malasakit.directory.web;

import health.malasakit.kernel.Refused;
import health.malasakit.kernel.UsStates;
import java.util.Arrays;
import java.util.List;

/** States as a person types them into a form; the two letters are kept. */
final class TypedStates {

  private TypedStates() {}

  static String read(String typed) {
    return UsStates.code(typed).orElseThrow(() -> Refused.invalid("state.unknown"));
  }

  /** {@code NY, NJ}; empty is nowhere. */
  static List<String> readAll(String typed) {
    return Arrays.stream(typed.split("[,;\\s]+", -1))
        .filter(one -> !one.isBlank())
        .map(TypedStates::read)
        .distinct()
        .toList();
  }
}
