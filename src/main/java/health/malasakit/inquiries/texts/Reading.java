package health.malasakit.inquiries.texts;

import health.malasakit.inquiries.redflags.FlagRows;
import health.malasakit.inquiries.redflags.FoldedWords;
import health.malasakit.inquiries.redflags.RedFlag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a text is taken for, by rules alone. Danger comes first, whatever else it says.
 *
 * @param digit that it says; 0 for none
 * @param language of the word it says, {@code en}, {@code es} or {@code tl}; empty when it is
 *     none's
 * @param more whether it says more than that word
 * @param stops whether it closes the number
 * @param danger the worst red flag whose words stand in it
 */
record Reading(
    Kind kind, int digit, String language, boolean more, boolean stops, Optional<RedFlag> danger) {

  private static final List<Word> WORDS =
      FlagRows.read("/inquiries/text_words.csv").stream()
          .map(row ->
              new Word(
                  FlagRows.cell(row, "word"),
                  Kind.of(FlagRows.cell(row, "kind")),
                  FlagRows.cell(row, "language"),
                  Place.valueOf(FlagRows.cell(row, "place").toUpperCase(Locale.ROOT))))
          .toList();

  private static final int DIGIT_MAX = 9;

  /** "Stop I" asks nothing of anybody but to stop; "stop my pills" may be about the pills. */
  private static final List<String> ANOTHER_BEGINS = List.of("i", "im", "ive");

  private static final Pattern SENTENCE_ENDS = Pattern.compile("[.!?,;:\\n\\u2013\\u2014]+");

  /** What it can be. */
  enum Kind {
    /** Danger words stand in it. */
    DANGER,
    /** No more texts to this number. */
    STOP,
    /** CANCEL and nothing else: by law a STOP, and perhaps a visit is meant. */
    CANCEL_ALL,
    START,
    HELP,
    CONFIRM,
    CANCEL,
    /** It may answer anything that was asked. */
    NO,
    RESCHEDULE,
    UNDO,
    /** One of a numbered list, or 1 yes, 2 no, 3 another time. */
    DIGIT,
    /** A person reads it. */
    WORDS;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** Where it counts. */
  private enum Place {
    WHOLE,
    FIRST,
    WITHIN
  }

  /** A word of the file. */
  private record Word(String word, Kind kind, String language, Place place) {

    boolean standsIn(String folded) {
      return switch (place) {
        case WHOLE, FIRST -> folded.equals(word);
        case WITHIN -> (" " + folded + " ").contains(" " + word + " ");
      };
    }

    /** As a sentence of its own, also where no stop ends it and one with I begins. */
    boolean begins(String folded, String firstSentence) {
      return firstSentence.equals(word)
          || (place == Place.FIRST
              && ANOTHER_BEGINS.stream().anyMatch(i -> folded.startsWith(word + " " + i + " ")));
    }
  }

  /** Whether texts go to a number. */
  enum Line {
    OPEN,
    /** Somebody behind it said STOP. */
    CLOSED
  }

  /**
   * Reads a text.
   *
   * @param flags whose danger words stand in it, the worst first
   */
  static Reading of(String body, List<RedFlag> flags, Line line) {
    var folded = FoldedWords.of(body);
    var said = WORDS.stream().filter(word -> word.standsIn(folded)).findFirst();
    var language = said.map(Word::language).orElse("");
    if (!flags.isEmpty()) {
      var stops = stopsBesideMore(body, folded);
      return new Reading(Kind.DANGER, 0, language, true, stops, Optional.of(flags.getFirst()));
    }
    var digit = digit(folded);
    var kind = digit > 0 ? Kind.DIGIT : said.map(Word::kind).orElse(Kind.WORDS);
    if (line == Line.CLOSED && folded.equals("yes")) {
      kind = Kind.START;
    }
    var more = said.filter(word -> folded.equals(word.word())).isEmpty();
    var stops = kind == Kind.STOP || kind == Kind.CANCEL_ALL;
    return new Reading(kind, digit, language, more, stops, Optional.empty());
  }

  /**
   * It closes the number as it does alone: the law wants no other words (47 CFR 64.1200(a)(10)).
   * What only begins so may be of care, and who reads the alarm decides.
   */
  private static boolean stopsBesideMore(String body, String folded) {
    var first = FoldedWords.of(SENTENCE_ENDS.split(body.strip(), 2)[0]);
    return WORDS.stream()
        .filter(word -> word.kind() == Kind.STOP)
        .anyMatch(word -> word.standsIn(folded) || word.begins(folded, first));
  }

  private static int digit(String folded) {
    if (folded.length() != 1 || !Character.isDigit(folded.charAt(0))) {
      return 0;
    }
    var digit = Character.digit(folded.charAt(0), 10);
    return digit <= DIGIT_MAX ? digit : 0;
  }

  /** What is to be read by a person stands in no log. */
  @Override
  public String toString() {
    return "Reading[" + kind + "]";
  }
}
