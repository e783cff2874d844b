package health.malasakit.inquiries.redflags;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Rows of a data file with quoted cells, by the name of their column; lines with # say where from.
 */
public final class FlagRows {

  private static final Pattern CELL =
      Pattern.compile("\\G(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");

  private FlagRows() {}

  /** All rows of a file beside the classes. */
  public static List<Map<String, String>> read(String name) {
    try (var in = FlagRows.class.getResourceAsStream(name)) {
      var text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      var lines = text.lines().filter(line -> !line.startsWith("#")).map(FlagRows::cells).toList();
      var heads = lines.getFirst();
      return lines.stream().skip(1).map(cells -> row(name, heads, cells)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A cell that has to be there. */
  public static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static Map<String, String> row(String name, List<String> heads, List<String> cells) {
    if (cells.size() != heads.size()) {
      throw new IllegalStateException(name + ": " + cells.getFirst() + " has another length");
    }
    var row = new HashMap<String, String>();
    for (int column = 0; column < heads.size(); column++) {
      row.put(heads.get(column), cells.get(column));
    }
    return row;
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var found = CELL.matcher(line);
    while (found.find()) {
      var quoted = found.group(1);
      cells.add(quoted == null ? found.group(2) : quoted.replace("\"\"", "\""));
      if (found.end() == line.length()) {
        break;
      }
    }
    return cells;
  }
}
