package health.malasakit.ui;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table as a file for spreadsheets (RFC 4180): UTF-8 with a mark, without which Excel takes names
 * for another script, and no cell that a spreadsheet would take for a formula.
 */
public final class Csv {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String FORMULA_BEGINS = "=+-@\t\r";
  private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);

  /** Begins with the words over the columns. */
  public Csv(String... heads) {
    row(heads);
  }

  /** Adds a line. */
  public Csv row(String... cells) {
    text.append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")))
        .append("\r\n");
    return this;
  }

  /** The file as an answer; its name holds ids, dates and plain words, never a patient's name. */
  public ResponseEntity<byte[]> named(String name) {
    return ResponseEntity.ok()
        .contentType(TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + ".csv").build().toString())
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String cell(String value) {
    boolean formula = !value.isEmpty() && FORMULA_BEGINS.indexOf(value.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
  }
}
