package health.malasakit.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The tables of the made-up world: a line each, cells between bars, {@code #} is a comment. */
final class Lines {

  private Lines() {}

  /** All lines of a table. */
  static List<List<String>> of(String table) {
    try (var in = Lines.class.getResourceAsStream("/demo/" + table + ".txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(Lines::cells).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines whose first cell is this. */
  static List<List<String>> of(String table, String first) {
    return of(table).stream().filter(line -> line.getFirst().equals(first)).toList();
  }

  /** The parts of a cell, which stand between commas. */
  static List<String> parts(String cell) {
    return Stream.of(cell.split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static List<String> cells(String line) {
    return Stream.of(line.split("\\|", -1)).map(String::strip).toList();
  }
}
