package health.malasakit.patients.search;

import health.malasakit.kernel.Refused;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.patients.Identifier;
import health.malasakit.patients.person.Folding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was typed into the one search field, in any order: words of a name, a birth date, numbers.
 * Eight digits may be a birth date and a record number at once.
 *
 * @param names folded words, particles joined to the word they belong to
 * @param numbers folded: a record number, or the last ten digits of a telephone number
 */
public record SearchWords(List<String> names, Optional<LocalDate> birthDate, List<String> numbers) {

  /** Longer text is cut: nobody is found by it. */
  static final int LENGTH_MAX = 200;

  private static final int WORDS_MAX = 8;
  private static final int WINDOW_MAX = 4;
  private static final int PHONE_DIGITS_MIN = 10;
  private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s().\\-\\u2010-\\u2015]+");
  private static final Pattern WITH_YEAR = Pattern.compile(".*\\d.*[^\\d].*\\d{2,4}.*|\\d{8}");

  public SearchWords {
    names = List.copyOf(names);
    numbers = List.copyOf(numbers);
  }

  /**
   * Reads what was typed; never refuses.
   *
   * @param today decides the century of a year of two digits
   */
  public static SearchWords read(String typed, LocalDate today) {
    String text = typed.substring(0, Math.min(typed.length(), LENGTH_MAX)).strip();
    List<String> tokens = text.isEmpty() ? List.of() : List.of(text.split("[\\s\\u00a0,;]+", -1));
    var names = new StringBuilder();
    var numbers = new ArrayList<String>();
    Optional<LocalDate> birth = Optional.empty();
    int at = 0;
    while (at < tokens.size()) {
      Piece piece = piece(tokens, at, birth.isEmpty() ? Optional.of(today) : Optional.empty());
      names.append(' ').append(piece.name());
      piece.number().filter(number -> !number.isEmpty()).ifPresent(numbers::add);
      birth = birth.or(piece::date);
      at += piece.length();
    }
    List<String> words = Folding.words(names.toString());
    return new SearchWords(words.subList(0, Math.min(words.size(), WORDS_MAX)), birth, numbers);
  }

  /** Whether there is anything to look for. */
  public boolean isEmpty() {
    return criteria() == 0;
  }

  /** How many things were said: a name, a birth date, each number. */
  int criteria() {
    return (names.isEmpty() ? 0 : 1) + (birthDate.isPresent() ? 1 : 0) + (onlyNumber() ? 1 : 0);
  }

  private boolean onlyNumber() {
    return !numbers.isEmpty();
  }

  @Override
  public String toString() {
    return "SearchWords[]";
  }

  private record Piece(
      int length, String name, Optional<LocalDate> date, Optional<String> number) {}

  private static Piece piece(List<String> tokens, int at, Optional<LocalDate> today) {
    for (int length = Math.min(WINDOW_MAX, tokens.size() - at); length > 0; length--) {
      String window = String.join(" ", tokens.subList(at, at + length));
      if (window.chars().noneMatch(Character::isDigit)) {
        continue;
      }
      String digits = window.replaceAll("\\D", "");
      if (PHONE.matcher(window).matches() && digits.length() >= PHONE_DIGITS_MIN) {
        return new Piece(
            length, "", Optional.empty(), Optional.of(digits.substring(digits.length() - 10)));
      }
      Optional<LocalDate> date = today.flatMap(day -> date(window, day));
      if (date.isPresent()) {
        boolean bare = digits.length() == window.length();
        return new Piece(length, "", date, bare ? Optional.of(digits) : Optional.empty());
      }
    }
    String token = tokens.get(at);
    return token.chars().anyMatch(Character::isDigit)
        ? new Piece(1, "", Optional.empty(), Optional.of(Identifier.folded(token)))
        : new Piece(1, token, Optional.empty(), Optional.empty());
  }

  private static Optional<LocalDate> date(String window, LocalDate today) {
    if (!WITH_YEAR.matcher(window).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(SpokenDate.parseBirthDate(window, today).date());
    } catch (Refused notADate) {
      return Optional.empty();
    }
  }
}
