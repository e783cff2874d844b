package health.malasakit.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Languages to choose from: those most spoken in homes of the United States first. */
public final class Languages {

  private static final List<String> FIRST =
      List.of(
          "en", "es", "zh", "fil", "vi", "ar", "fr", "ko", "ru", "pt", "ht", "hi", "de", "pl", "it",
          "ur", "fa", "ja", "gu", "bn", "te", "ta", "pa", "hmn", "am", "so", "sw", "uk", "nv",
          "ase");

  private Languages() {}

  /** One that is on file stays choosable whatever it is. */
  public static List<Choice> with(String onFile) {
    return Stream.concat(FIRST.stream(), Stream.of(onFile))
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .map(tag -> Choice.of(tag, name(tag)))
        .toList();
  }

  /** A language of a BCP 47 tag by its English name. */
  public static String name(String tag) {
    return tag.equals("ase")
        ? "American Sign Language"
        : Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
  }
}
