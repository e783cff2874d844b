package health.malasakit.patients.search;

import health.malasakit.patients.person.Folding;
import health.malasakit.patients.person.NameKeys;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How much speaks for two descriptions being of one person: points for each thing in common, fewer
 * when it is only nearly the same. Weights were tried on a public set of made-up duplicates; {@code
 * LookAlikeRecallTest} says with what precision and recall.
 */
final class Likelihood {

  static final int BIRTH = 5;
  static final int PHONE = 4;
  private static final int BIRTH_NEAR = 3;
  private static final int FAMILY = 4;
  private static final int GIVEN = 3;
  private static final int PLACE = 2;

  private Likelihood() {}

  /** Points of a name, in either order of its sides. */
  static int name(Sketch one, LookAlikeCandidates.Way way) {
    int straight = sides(one, way.family(), way.given());
    int swapped = sides(one, way.given(), way.family());
    return Math.max(straight, swapped - 1);
  }

  static int birth(Optional<LocalDate> one, Optional<LocalDate> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    if (one.equals(other)) {
      return BIRTH;
    }
    return nearly(one.get(), other.get()) ? BIRTH_NEAR : 0;
  }

  static int place(String one, String other) {
    String mine = Folding.fold(one);
    String theirs = Folding.fold(other);
    boolean same = !mine.isEmpty() && (mine.startsWith(theirs) || theirs.startsWith(mine));
    return same && !theirs.isEmpty() ? PLACE : 0;
  }

  private static int sides(Sketch one, String family, String given) {
    return side(FAMILY, Folding.fold(one.family()), family)
        + side(GIVEN, Folding.fold(one.given()), given);
  }

  /** A beginning counts little: Ana is not Anastasia. */
  private static int side(int points, String mine, String theirs) {
    if (mine.isEmpty() || theirs.isEmpty()) {
      return 0;
    }
    int apart = NameMatch.side(mine, theirs);
    if (apart == 0) {
      return points;
    }
    return apart < NameMatch.NONE ? points - (apart <= 3 ? 1 : 2) : 0;
  }

  /** One digit differs, two neighbours are swapped, or day and month are. */
  private static boolean nearly(LocalDate one, LocalDate other) {
    boolean dayAndMonth =
        one.getYear() == other.getYear()
            && one.getMonthValue() == other.getDayOfMonth()
            && one.getDayOfMonth() == other.getMonthValue();
    return dayAndMonth || NameKeys.distance(one.toString(), other.toString()) == 1;
  }
}
