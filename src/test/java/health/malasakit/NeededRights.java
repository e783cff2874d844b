package health.malasakit;

import health.malasakit.access.Needs;
import health.malasakit.kernel.Right;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rights that a route asks for. */
final class NeededRights {

  private NeededRights() {}

  static Stream<Right> of(Needs needs) {
    return Stream.concat(
        Stream.of(new Right(needs.object(), needs.verb())),
        Arrays.stream(needs.also()).map(one -> new Right(one.object(), one.verb())));
  }

  /** As the reference says them. */
  static String said(Needs needs) {
    return of(needs)
        .map(right -> right.object() + ": " + right.verb().name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" and "));
  }
}
