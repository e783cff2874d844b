package health.malasakit.patients.person;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names made comparable: {@code Muñoz} and {@code Munoz}, {@code O'Brien} and {@code Obrien},
 * {@code de la Cruz} and {@code Delacruz} are equal. Latin letters lose accents; letters of other
 * scripts stay as they are; case, spaces, hyphens and apostrophes go.
 */
public final class Folding {

  private static final Map<Integer, String> WITHOUT_DECOMPOSITION =
      Map.ofEntries(
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'ı', "i"));

  /** Words that belong to the word after them. */
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "del", "dela", "delos", "delas", "la", "las", "los", "lo", "da", "do", "dos", "das",
          "di", "du", "le", "van", "von", "vom", "der", "den", "ter", "ten", "zu", "al", "el",
          "bin", "ibn", "bint", "abu", "ben", "st", "san", "santa", "sta", "mac", "mc", "o", "d",
          "y", "e");

  private Folding() {}

  /** One folded word without spaces; empty when nothing of the text is a letter or digit. */
  public static String fold(String text) {
    var folded = new StringBuilder();
    boolean afterLatin = false;
    for (int letter : lower(text).codePoints().toArray()) {
      boolean mark = Character.getType(letter) == Character.NON_SPACING_MARK;
      if (mark ? !afterLatin : Character.isLetterOrDigit(letter) || isSpacingMark(letter)) {
        boolean latin = UnicodeScript.of(letter) == UnicodeScript.LATIN;
        folded.append(latin ? plain(letter) : Character.toString(letter));
        afterLatin = latin;
      }
    }
    return folded.toString();
  }

  /**
   * The folded words of a name, each particle with the word it belongs to: {@code de la Cruz
   * Santos} gives {@code delacruz, santos}.
   */
  public static List<String> words(String name) {
    var words = new ArrayList<String>();
    var particles = new StringBuilder();
    for (String written : name.strip().split("[\\s\\u00a0\\-\\u2010-\\u2015,/]+", -1)) {
      String word = fold(written);
      if (PARTICLES.contains(word)) {
        particles.append(word);
      } else if (!word.isEmpty()) {
        words.add(particles + word);
        particles.setLength(0);
      }
    }
    if (!particles.isEmpty()) {
      words.add(particles.toString());
    }
    return words;
  }

  /**
   * Every way in which one side of a name is asked for: the whole, each word, each word without its
   * particles. At most eight.
   */
  public static Set<String> ways(String name) {
    var ways = new LinkedHashSet<String>();
    ways.add(fold(name));
    List<String> words = words(name);
    ways.addAll(words);
    for (String written : name.strip().split("[\\s\\u00a0\\-\\u2010-\\u2015,/]+", -1)) {
      String word = fold(written);
      if (!PARTICLES.contains(word) && word.length() > 1) {
        ways.add(word);
      }
    }
    ways.remove("");
    return ways.stream()
        .limit(8)
        .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
  }

  private static String lower(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static boolean isSpacingMark(int letter) {
    return Character.getType(letter) == Character.COMBINING_SPACING_MARK;
  }

  private static String plain(int letter) {
    String known = WITHOUT_DECOMPOSITION.get(letter);
    return known != null
        ? known
        : Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "");
  }
}
