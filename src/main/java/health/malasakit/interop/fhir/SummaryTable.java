package health.malasakit.interop.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The summary as a table for people. */
public final class SummaryTable {

  private static final int REFUSALS_SHOWN = 20;

  private SummaryTable() {}

  /** What was taken, what is not taken here, and the first refusals with their places. */
  public static List<String> lines(ImportSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(row("", "read", "created", "updated", "unchanged", "refused"));
    summary.resources().entrySet().stream()
        .filter(type -> ImportTally.takes(type.getKey()))
        .forEach(type -> lines.add(row(type.getKey(), type.getValue())));
    others(summary, lines);
    if (summary.numbersDropped() > 0) {
      lines.add(
          summary.numbersDropped()
              + " social security, passport and licence numbers were read and not kept.");
    }
    places(lines, "Not taken", summary.refusals());
    places(lines, "Taken without", summary.remarks());
    return lines;
  }

  private static void others(ImportSummary summary, List<String> lines) {
    String others =
        summary.resources().entrySet().stream()
            .filter(type -> !ImportTally.takes(type.getKey()))
            .map(SummaryTable::counted)
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      lines.add("Passed over, of types that are not taken: " + others + ".");
    }
  }

  private static String counted(Map.Entry<String, Tally> type) {
    return type.getKey() + " " + type.getValue().read();
  }

  private static void places(List<String> lines, String what, List<Refusal> places) {
    if (places.isEmpty()) {
      return;
    }
    lines.add(what + ": " + places.size());
    places.stream()
        .limit(REFUSALS_SHOWN)
        .map(place ->
            "  " + place.file() + " #" + place.index() + " " + place.path() + "  " + place.rule())
        .forEach(lines::add);
    if (places.size() > REFUSALS_SHOWN) {
      lines.add("  and " + (places.size() - REFUSALS_SHOWN) + " more");
    }
  }

  private static String row(String type, Tally tally) {
    return row(
        type, tally.read(), tally.created(), tally.updated(), tally.unchanged(), tally.refused());
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-18s %9s %9s %9s %9s %9s", cells).stripTrailing();
  }
}
