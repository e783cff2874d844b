package health.malasakit.inquiries.gate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * House number and street, however they are written: "12 Oak" is "12 Oak St., Apt 4, Oakland". The
 * whole name counts: "7 Calle Jazmín" is not "7 Calle Luna". A flat and what stands behind a comma
 * do not count. Nothing is read of a box at the post office, or where no name remains.
 *
 * @param number without its hyphen
 * @param name the words of the street but its kind and its side
 * @param sides letters of north, south, east, west
 * @param kind empty when it is not said; counts only for a name of one number or letter, as 5th
 *     Street and 5th Avenue are two
 */
record StreetAddress(String number, List<String> name, String sides, String kind) {

  private static final String HOUSE = "\\d+[a-z]?|[a-z]\\d+";

  /** The first of its lines, or of what is between commas, that says both. */
  static Optional<StreetAddress> read(String text) {
    var bare = new ArrayList<String>();
    var unnumbered = new ArrayList<String>();
    for (var part : folded(text).split("[,;\\n]", -1)) {
      var words = withoutUnit(words(part));
      var whole = read(words).or(() -> together(bare, words)).or(() -> together(unnumbered, words));
      if (whole.isPresent()) {
        return whole;
      }
      if (words.size() == 1 && words.getFirst().matches(HOUSE)) {
        bare.add(words.getFirst());
      } else if (!words.isEmpty() && StreetWords.BEFORE.contains(words.getFirst())) {
        unnumbered.addAll(words);
      }
    }
    return Optional.empty();
  }

  /** Whether it is the same house. */
  boolean is(StreetAddress other) {
    var same = number.equals(other.number) && name.equals(other.name) && sides.equals(other.sides);
    var kinds = kind.isEmpty() || other.kind.isEmpty() || kind.equals(other.kind);
    return same && (kinds || !brief(name));
  }

  private static boolean brief(List<String> name) {
    return name.size() == 1 && name.getFirst().matches("\\d+|[a-z]{1,2}");
  }

  /** Number and street on two lines. */
  private static Optional<StreetAddress> together(List<String> before, List<String> words) {
    var all = new ArrayList<>(before);
    all.addAll(words);
    return before.isEmpty() ? Optional.empty() : read(all);
  }

  private static Optional<StreetAddress> read(List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      if (words.get(at).matches(HOUSE)) {
        var rest = words.subList(at + 1, words.size());
        if (at == 0) {
          return named(words.getFirst(), rest);
        }
        if (!rest.isEmpty() && StreetWords.BEFORE.contains(rest.getFirst())) {
          return named(words.get(at), rest);
        }
      }
    }
    var last = words.isEmpty() ? "" : words.getLast();
    return words.size() > 2 && last.matches(HOUSE) && StreetWords.BEFORE.contains(words.getFirst())
        ? named(last, words.subList(0, words.size() - 1))
        : Optional.empty();
  }

  private static Optional<StreetAddress> named(String number, List<String> street) {
    var name = new ArrayList<>(street);
    var half = !name.isEmpty() && name.getFirst().equals("half") ? name.removeFirst() : "";
    var sides = new StringBuilder();
    sidesBefore(name, sides);
    var kind = kindBefore(name);
    if (kind.isEmpty()) {
      kind = kindAfter(name, sides);
    } else {
      sidesAfter(name, sides);
    }
    if (kind.isEmpty() && name.size() == 1 && StreetWords.KINDS.containsKey(name.getFirst())) {
      return Optional.empty();
    }
    if (name.size() > 1 && name.getFirst().equals("st")) {
      name.set(0, "saint");
    }
    name.replaceAll(word -> StreetWords.KINDS.getOrDefault(word, word));
    name.replaceAll(word -> StreetWords.SIDES.getOrDefault(word, word));
    var letters =
        sides
            .chars()
            .sorted()
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    return name.stream().allMatch(StreetWords.SMALL::contains)
        ? Optional.empty()
        : Optional.of(
            new StreetAddress(number + half, List.copyOf(name), letters.toString(), kind));
  }

  /** "W 5th St"; in "West St" it is the name. */
  private static void sidesBefore(List<String> name, StringBuilder sides) {
    while (name.size() > 1
        && StreetWords.SIDES.containsKey(name.getFirst())
        && !(name.size() == 2 && StreetWords.KINDS.containsKey(name.get(1)))) {
      sides.append(StreetWords.SIDES.get(name.removeFirst()));
    }
  }

  private static void sidesAfter(List<String> name, StringBuilder sides) {
    while (name.size() > 1
        && StreetWords.SIDES.containsKey(name.getLast())
        && !StreetWords.SMALL.contains(name.get(name.size() - 2))) {
      sides.append(StreetWords.SIDES.get(name.removeLast()));
    }
  }

  /** "Calle Luna", "Avenue B". */
  private static String kindBefore(List<String> name) {
    return name.isEmpty() || !StreetWords.BEFORE.contains(name.getFirst())
        ? ""
        : StreetWords.KINDS.getOrDefault(name.removeFirst(), "");
  }

  /** "Oak St", with what follows it: the side, a flat, a city without a comma. */
  private static String kindAfter(List<String> name, StringBuilder sides) {
    for (int at = name.size() - 1; at > 0; at--) {
      var kind = StreetWords.KINDS.getOrDefault(name.get(at), "");
      var after = name.subList(at + 1, name.size());
      if (!kind.isEmpty() && !(StreetWords.NUMBERED.contains(kind) && byNumber(after))) {
        after.stream()
            .takeWhile(StreetWords.SIDES::containsKey)
            .forEach(side -> sides.append(StreetWords.SIDES.get(side)));
        name.subList(at, name.size()).clear();
        return kind;
      }
    }
    sidesAfter(name, sides);
    return "";
  }

  private static boolean byNumber(List<String> after) {
    return !after.isEmpty() && after.getFirst().matches("\\d+[a-z]?|[a-z]{1,2}");
  }

  /** "Apt 4 Oakland" goes; of "Apt 4" before the number no more than the flat. */
  private static List<String> withoutUnit(List<String> words) {
    var left = new ArrayList<String>();
    for (int at = 0; at < words.size(); at++) {
      var word = words.get(at);
      var next = at + 1 < words.size() ? words.get(at + 1) : "";
      boolean sign = StreetWords.NUMBER_SIGNS.contains(word) && next.matches("\\w*\\d\\w*");
      boolean unit = unit(word, next, left);
      if ((sign || unit) && numbered(left)) {
        return left;
      }
      if (unit) {
        at++;
      } else if (!sign) {
        left.add(word);
      }
    }
    return left;
  }

  /** "Apt 4", "3rd floor"; in "12 Office Park Dr" it is the name. */
  private static boolean unit(String word, String next, List<String> left) {
    if (StreetWords.FLOORS.contains(next) && word.matches("\\d+")) {
      return !left.isEmpty() && !StreetWords.BEFORE.contains(left.getLast());
    }
    return StreetWords.UNITS.contains(word)
        && !StreetWords.KINDS.containsKey(next)
        && next.matches("\\w*\\d\\w*|[a-z]{0,2}");
  }

  /** Whether house number and street have been said. */
  private static boolean numbered(List<String> left) {
    if (left.size() < 2 || left.getFirst().matches(HOUSE)) {
      return left.size() > 1;
    }
    return !StreetWords.BEFORE.contains(left.getFirst())
        && left.stream().anyMatch(one -> one.matches(HOUSE));
  }

  private static List<String> words(String part) {
    var words = new ArrayList<String>();
    for (var word : part.strip().split("[^\\p{L}\\p{Nd}#]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    for (int at = 0; at < words.size(); at++) {
      ordinal(words, at);
    }
    return words;
  }

  /** 5th, fifth and quinta are 5; twenty first is 21. */
  private static void ordinal(List<String> words, int at) {
    var word = words.get(at);
    var known = StreetWords.ORDINALS.get(word);
    if (known != null) {
      words.set(at, known);
    } else if (word.matches("\\d+(st|nd|rd|th|ra|ro|da|do|ta|to|ma|mo|va|vo|na|no)")) {
      words.set(at, word.replaceAll("\\D", ""));
    } else if (StreetWords.TENS.containsKey(word) && at + 1 < words.size()) {
      ordinal(words, at + 1);
      var one = words.get(at + 1);
      if (one.matches("[1-9]")) {
        words.remove(at + 1);
        words.set(at, String.valueOf(StreetWords.TENS.get(word) + Integer.parseInt(one)));
      }
    }
  }

  private static String folded(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .replaceAll("['\u2019]", "")
        .replaceAll("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)", "")
        .replaceAll("\\bc/", "calle ")
        .replaceAll("\\b1[/\u2044]2\\b", "half")
        .replaceAll("(?<=\\d)-(?=\\d)|(?<=\\b\\p{L})-(?=\\d)|(?<=\\d)-(?=\\p{L}\\b)", "")
        .replace("#", " # ");
  }

  @Override
  public String toString() {
    return "StreetAddress";
  }
}
