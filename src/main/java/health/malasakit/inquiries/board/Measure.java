package health.malasakit.inquiries.board;

import health.malasakit.inquiries.redflags.FlagRows;
import java.util.List;
import java.util.Map;

/**
 * What a number of the board counts, from {@code inquiries/measures.csv}.
 *
 * @param target what is aimed at; empty when nothing is
 * @param source where definition and target are from; empty when they are ours
 * @param verify how well that was checked, as the collection marks it
 */
public record Measure(
    String code, String name, String definition, String target, String source, String verify) {

  private static final List<Measure> ALL =
      FlagRows.read("/inquiries/measures.csv").stream().map(Measure::of).toList();

  /** In the order of the board. */
  public static List<Measure> all() {
    return ALL;
  }

  private static Measure of(Map<String, String> row) {
    return new Measure(
        FlagRows.cell(row, "code"),
        FlagRows.cell(row, "name"),
        FlagRows.cell(row, "definition"),
        FlagRows.cell(row, "target"),
        FlagRows.cell(row, "source"),
        FlagRows.cell(row, "verify"));
  }

  /** Whether the definition was read at its source. */
  public boolean checked() {
    return verify.equals("official-page");
  }
}
