package health.malasakit.inquiries.redflags;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is said, made comparable: {@code Can’t breathe!} is {@code cant breathe}, whatever sign a
 * telephone has for the apostrophe. The page's script {@code red-flags.js} does the same.
 */
public final class FoldedWords {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+|['’‘`´ʼʻ′＇]");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private FoldedWords() {}

  /** In small letters, without accents, apostrophes and signs. */
  public static String of(String text) {
    var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return BETWEEN.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
