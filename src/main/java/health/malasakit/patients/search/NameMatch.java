package health.malasakit.patients.search;

import health.malasakit.patients.person.NameKeys;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** How well typed words fit a name: 0 exact, then beginnings, then a typo, then the same sound. */
final class NameMatch {

  static final int NONE = 100;
  private static final int BEGINS = 1;
  private static final int TYPO = 3;
  private static final int TWO_TYPOS = 5;
  private static final int SOUNDS = 5;
  private static final int LONG_ENOUGH = 6;

  private NameMatch() {}

  /** One way of dividing the typed words over the two sides of a name. */
  record Split(String family, String given) {}

  /** Every such way, in both orders, with one side empty as well. */
  static List<Split> splits(List<String> words) {
    BiFunction<Integer, Integer, String> joined =
        (from, to) -> String.join("", words.subList(from, to));
    int all = words.size();
    return IntStream.rangeClosed(0, all)
        .boxed()
        .flatMap(at ->
            List.of(
                new Split(joined.apply(at, all), joined.apply(0, at)),
                new Split(joined.apply(0, at), joined.apply(at, all)))
                .stream())
        .distinct()
        .toList();
  }

  /** The best fit over all ways; {@link #NONE} when nothing fits. */
  static int quality(List<Split> splits, String family, String given) {
    int best = NONE;
    for (Split split : splits) {
      int sides = side(split.family(), family) + side(split.given(), given);
      best = Math.min(best, sides);
    }
    return Math.min(best, NONE);
  }

  /** One side alone; nothing typed fits everything. */
  static int side(String typed, String actual) {
    if (typed.isEmpty() || typed.equals(actual)) {
      return 0;
    }
    if (actual.startsWith(typed)) {
      return BEGINS;
    }
    return near(typed, actual);
  }

  private static int near(String typed, String actual) {
    int shorter = Math.min(typed.length(), actual.length());
    if (shorter < 3 || Math.abs(typed.length() - actual.length()) > 2) {
      return soundsAlike(typed, actual) ? SOUNDS : NONE;
    }
    int distance = NameKeys.distance(typed, actual);
    if (distance == 1) {
      return TYPO;
    }
    if (soundsAlike(typed, actual)) {
      return SOUNDS;
    }
    return distance == 2 && shorter >= LONG_ENOUGH ? TWO_TYPOS : NONE;
  }

  private static boolean soundsAlike(String typed, String actual) {
    String sound = NameKeys.sound(typed);
    return sound.length() > 1
        && typed.charAt(0) == actual.charAt(0)
        && sound.equals(NameKeys.sound(actual));
  }
}
