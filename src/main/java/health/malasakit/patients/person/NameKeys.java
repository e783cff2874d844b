package health.malasakit.patients.person;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * The keys under which a mistyped name part is found: itself, itself less any one letter, and its
 * sound. Two words that share a key differ by one letter put in, left out, changed or swapped (or
 * sound alike); {@link #distance} then says by how much.
 */
public final class NameKeys {

  static final int NEAR = 1;
  private static final int LENGTH_MIN = 3;
  private static final int LENGTH_MAX = 24;
  private static final char SOUND = '~';

  private NameKeys() {}

  /** Keys of a folded part; none when it is too short to be mistyped sensibly. */
  public static Set<String> of(String part) {
    var keys = new LinkedHashSet<String>();
    if (part.length() < LENGTH_MIN || part.length() > LENGTH_MAX) {
      return keys;
    }
    keys.add(part);
    for (int at = 0; at < part.length(); at++) {
      keys.add(part.substring(0, at) + part.substring(at + 1));
    }
    String sound = sound(part);
    if (sound.length() > 1) {
      keys.add(SOUND + sound);
    }
    return keys;
  }

  /** Double Metaphone, eight letters long; empty for scripts it does not know. */
  public static String sound(String part) {
    if (!part.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
      return "";
    }
    var metaphone = new DoubleMetaphone();
    metaphone.setMaxCodeLen(8);
    String sound = metaphone.doubleMetaphone(part);
    return sound == null ? "" : sound;
  }

  /** Letters put in, left out, changed, or swapped with the next (optimal string alignment). */
  public static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : step(cost, one, other, new int[] {i, j});
      }
    }
    return cost[one.length()][other.length()];
  }

  private static int step(int[][] cost, String one, String other, int[] at) {
    int i = at[0];
    int j = at[1];
    boolean same = one.charAt(i - 1) == other.charAt(j - 1);
    int best =
        Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
