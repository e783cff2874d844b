package health.malasakit.ui;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The person at the screen as the chrome shows her.
 *
 * @param zone where she works; the clock "here"
 * @param tag stands for her where a page says whose it is; tells nothing of her
 * @param idleMinutes minutes without key or pointer until the screen is covered; 0 means never
 */
public record Me(
    boolean signedIn, String name, String initials, String tag, ZoneId zone, int idleMinutes) {

  /** Nobody has signed in yet. */
  public static final Me NOBODY = new Me(false, "", "", "", ZoneOffset.UTC, 0);

  /** A person who has signed in; the initials are taken from her name. */
  public static Me of(String name, String tag, ZoneId zone, int idleMinutes) {
    return new Me(true, name, initialsOf(name), tag, zone, idleMinutes);
  }

  /** First letters of the first and last word, in any script, as written. */
  public static String initialsOf(String name) {
    var words = name.strip().split("\\s+", -1);
    var first = firstLetter(words[0]);
    return words.length == 1 ? first : first + firstLetter(words[words.length - 1]);
  }

  private static String firstLetter(String word) {
    return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
  }
}
