package health.malasakit.advocacy;

import health.malasakit.kernel.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What sort of thing is complained of, from the file {@code advocacy/kinds.csv}.
 *
 * @param alarms whether somebody has to look at once
 * @param of who sees to it first
 */
public record Kind(String code, String words, boolean alarms, Desk of) {

  /** In the order of the screen. */
  public static final List<Kind> ALL = read("/advocacy/kinds.csv");

  /** Of a complaint about whoever recorded it: its receiver says which it is. */
  public static final Kind NOT_ASKED = of("not_asked");

  /** Those that can be said of a complaint. */
  public static List<Kind> toChoose() {
    return ALL.stream().filter(kind -> !kind.equals(NOT_ASKED)).toList();
  }

  /**
   * The kind of a code.
   *
   * @throws Refused invalid, code {@code complaint.kind}
   */
  public static Kind of(String code) {
    return ALL.stream()
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.invalid("complaint.kind").onField("kind"));
  }

  private static List<Kind> read(String file) {
    try (var in = Kind.class.getResourceAsStream(file)) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .skip(1)
          .map(Kind::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Words may hold commas, then they stand in quotes; the other cells hold none before them. */
  private static Kind row(String line) {
    var code = line.substring(0, line.indexOf(','));
    var rest = line.substring(code.length() + 1);
    var quoted = rest.startsWith("\"");
    var end = quoted ? rest.indexOf('"', 1) : rest.indexOf(',');
    var words = quoted ? rest.substring(1, end) : rest.substring(0, end);
    var cells = Arrays.asList(rest.substring(quoted ? end + 2 : end + 1).split(",", 3));
    return new Kind(code, words, cells.get(0).equals("yes"), Desk.of(cells.get(1)));
  }
}
