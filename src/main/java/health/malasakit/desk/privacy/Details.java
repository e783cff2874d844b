package health.malasakit.desk.privacy;

import health.malasakit.audit.Line;
import health.malasakit.ui.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.NoSuchMessageException;

/**
 * The detail of a line in plain words. Lines keep codes, so that they say the same in ten years and
 * in another language; here each shape of a detail has its words.
 */
final class Details {

  /** A job works from nowhere. */
  private static final String NOWHERE = "ZZ";

  private static final Pattern SWITCHED = Pattern.compile("(print|copy|csv) (on|off) ([A-Z]{2})");
  private static final Pattern FILE =
      Pattern.compile("fhir-r4, file (\\d{1,9}), name ([0-9a-f]{12})");
  private static final Pattern CONSENT = Pattern.compile("consent ([a-z]+) ([a-z]+)");
  private static final Pattern COUNTED = Pattern.compile("(\\d{1,9}) ([a-z ]+)");
  private static final Pattern WITH_ID = Pattern.compile("(beside|replaced by) [0-9a-f-]{36}");
  private static final Pattern HOLIDAY = Pattern.compile("(holiday|no holiday) (\\S+)");
  private static final Pattern ZONE = Pattern.compile("zone ([A-Za-z_]+/\\S+)");
  private static final Pattern ARCHIVED =
      Pattern.compile("half year (\\d{4})_(\\d{2}), lines (\\d{1,15})");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}(?: [A-Z]{2})*");

  private final Words words;

  Details(Words words) {
    this.words = words;
  }

  /** In plain words; a shape nobody foresaw is shown as it is, for the officer misses nothing. */
  String said(Line line) {
    var detail = line.detail();
    return Stream.<Optional<String>>of(
            shape(COUNTRY, detail, found -> countries(detail)),
            shape(
                SWITCHED,
                detail,
                found ->
                    of("switch-" + found.group(2), word(found.group(1)), country(found.group(3)))),
            shape(FILE, detail, found -> of("file", Long.valueOf(found.group(1)), found.group(2))),
            shape(
                CONSENT,
                detail,
                found -> of("consent", word(found.group(1)), word(found.group(2)))),
            shape(
                COUNTED,
                detail,
                found -> of("n-" + found.group(2).replace(' ', '-'), Long.valueOf(found.group(1)))),
            shape(WITH_ID, detail, found -> word(found.group(1).replace(' ', '-'))),
            shape(HOLIDAY, detail, found -> of(found.group(1).replace(' ', '-'), found.group(2))),
            shape(
                ARCHIVED,
                detail,
                found ->
                    of(
                        "archived",
                        found.group(1) + "-" + found.group(2),
                        Long.valueOf(found.group(3)))),
            shape(ZONE, detail, found -> of("zone", found.group(1))))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> codes(line));
  }

  private String countries(String codes) {
    return Arrays.stream(codes.split(" ", -1)).map(this::country).collect(Collectors.joining(", "));
  }

  /** The name of a country in the reader's language; empty for a job, which is nowhere. */
  String country(String code) {
    return code.equals(NOWHERE) ? "" : Locale.of("", code).getDisplayCountry(words.locale());
  }

  /**
   * Fields, roles, marks: codes with commas or spaces between them, each with a word of its own.
   */
  private String codes(Line line) {
    var between = line.detail().contains(",") ? ",\\s*" : "\\s+";
    var whole = found("audit.detail." + line.detail().replace(' ', '-'));
    return whole.orElseGet(() ->
        Arrays.stream(line.detail().split(between, -1))
            .map(this::word)
            .distinct()
            .collect(Collectors.joining(", ")));
  }

  /** A field of several uses, such as {@code phone.mobile}, has the word of the field. */
  private String word(String code) {
    var field = code.replaceFirst("\\..*", "");
    return Stream.of("audit.detail." + field, "access.role." + field, "audit.mark." + field)
        .flatMap(key -> found(key).stream())
        .findFirst()
        .orElse(code);
  }

  private String of(String key, Object... facts) {
    return words.of("audit.detail." + key, facts);
  }

  private Optional<String> found(String key) {
    try {
      return Optional.of(words.of(key));
    } catch (NoSuchMessageException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<String> shape(
      Pattern pattern, String detail, Function<Matcher, String> said) {
    var matcher = pattern.matcher(detail);
    try {
      return matcher.matches() ? Optional.of(said.apply(matcher)) : Optional.empty();
    } catch (NoSuchMessageException unforeseen) {
      return Optional.empty();
    }
  }
}
