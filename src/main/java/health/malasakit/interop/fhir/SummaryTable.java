package health.malasakit.interop.fhir;

import health.malasakit.kernel.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The summary as a table for people. */
public final class SummaryTable {

  private static final int REFUSALS_SHOWN = 20;
  private static final List<String> COLUMNS =
      List.of("read", "created", "updated", "unchanged", "refused");

  private SummaryTable() {}

  /** What was taken, what is not taken here, and the first refusals with their places. */
  public static List<String> lines(ImportSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(
        row("", COLUMNS.stream().map(one -> Sentences.of("interop.summary." + one)).toList()));
    summary.resources().entrySet().stream()
        .filter(type -> ImportTally.takes(type.getKey()))
        .forEach(type -> lines.add(row(type.getKey(), type.getValue())));
    others(summary, lines);
    if (summary.numbersDropped() > 0) {
      lines.add(Sentences.of("interop.summary.dropped", summary.numbersDropped()));
    }
    places(lines, "not_taken", summary.refusals());
    places(lines, "taken_without", summary.remarks());
    return lines;
  }

  private static void others(ImportSummary summary, List<String> lines) {
    String others =
        summary.resources().entrySet().stream()
            .filter(type -> !ImportTally.takes(type.getKey()))
            .map(SummaryTable::counted)
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      lines.add(Sentences.of("interop.summary.others", others));
    }
  }

  private static String counted(Map.Entry<String, Tally> type) {
    return type.getKey() + " " + type.getValue().read();
  }

  private static void places(List<String> lines, String what, List<Refusal> places) {
    if (places.isEmpty()) {
      return;
    }
    lines.add(Sentences.of("interop.summary." + what, places.size()));
    places.stream()
        .limit(REFUSALS_SHOWN)
        .map(place ->
            "  " + place.file() + " #" + place.index() + " " + place.path() + "  " + place.rule())
        .forEach(lines::add);
    if (places.size() > REFUSALS_SHOWN) {
      lines.add("  " + Sentences.of("interop.summary.more", places.size() - REFUSALS_SHOWN));
    }
  }

  private static String row(String type, Tally tally) {
    return row(
        type,
        List.of(
            tally.read(), tally.created(), tally.updated(), tally.unchanged(), tally.refused()));
  }

  private static String row(String type, List<?> cells) {
    var line = new StringBuilder("%-18s".formatted(type));
    cells.forEach(cell -> line.append(" %9s".formatted(cell)));
    return line.toString().stripTrailing();
  }
}
