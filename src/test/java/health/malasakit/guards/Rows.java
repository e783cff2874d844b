package health.malasakit.guards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows and arrows of ARCHITECTURE.md: who may use whom. */
record Rows(List<List<List<String>>> chainsByRow) {

  private static final Pattern ROW = Pattern.compile(" {4}row (\\d) +(.*)");
  private static final Pattern PARTS = Pattern.compile("\\([^)]*\\)");

  static Rows ofPage() {
    try {
      return of(Files.readString(Path.of("ARCHITECTURE.md")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads lines such as {@code row 3 patients directory <- workforce}; row 0 is the last. */
  static Rows of(String page) {
    List<List<List<String>>> rows = new ArrayList<>();
    page.lines()
        .map(ROW::matcher)
        .filter(line -> line.matches())
        .forEach(line -> rows.addFirst(chains(PARTS.matcher(line.group(2)).replaceAll(""))));
    return new Rows(rows);
  }

  private static List<List<String>> chains(String row) {
    return Stream.of(row.strip().split("\\s{2,}"))
        .map(chain -> List.of(chain.strip().split("\\s*<-\\s*")))
        .toList();
  }

  Set<String> modules() {
    return chainsByRow.stream()
        .flatMap(List::stream)
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }

  boolean mayUse(String module, String used) {
    return row(used) < row(module) || isLeftOf(used, module);
  }

  private int row(String module) {
    for (int row = 0; row < chainsByRow.size(); row++) {
      if (chainsByRow.get(row).stream().anyMatch(chain -> chain.contains(module))) {
        return row;
      }
    }
    throw new AssertionError("ARCHITECTURE.md has no row for the module " + module);
  }

  private boolean isLeftOf(String used, String module) {
    return chainsByRow.stream()
        .flatMap(List::stream)
        .anyMatch(chain -> chain.contains(used) && chain.indexOf(used) < chain.indexOf(module));
  }
}
