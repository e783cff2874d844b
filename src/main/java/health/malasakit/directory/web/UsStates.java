package health.malasakit.directory.web;

import health.malasakit.kernel.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** States, the District of Columbia and territories by the two letters of the Postal Service. */
final class UsStates {

  private static final Set<String> CODES =
      Set.of(
          ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV"
                  + " NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR"
                  + " VI")
              .split(" ", -1));

  private UsStates() {}

  static String read(String typed) {
    String code = typed.toUpperCase(Locale.ROOT);
    if (!CODES.contains(code)) {
      throw Refused.invalid("state.unknown");
    }
    return code;
  }

  /** {@code NY, NJ}; empty is nowhere. */
  static List<String> readAll(String typed) {
    return Arrays.stream(typed.split("[,;\\s]+", -1))
        .filter(one -> !one.isBlank())
        .map(UsStates::read)
        .distinct()
        .toList();
  }
}
