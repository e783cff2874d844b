package health.malasakit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void a_file_begins_with_its_mark_and_ends_its_lines_as_spreadsheets_expect() {
    var file = new Csv("Name", "Words").row("Seán O'Brien", "said \"soon\", and hung up\nagain");

    var answer = file.named("day-2026-11-24");

    assertThat(text(answer))
        .isEqualTo(
            "\uFEFF\"Name\",\"Words\"\r\n\"Seán O'Brien\",\"said \"\"soon\"\", and hung up\nagain\"\r\n");
    assertThat(answer.getHeaders().getFirst("Content-Disposition"))
        .isEqualTo("attachment; filename=\"day-2026-11-24.csv\"");
    assertThat(String.valueOf(answer.getHeaders().getContentType()))
        .isEqualTo("text/csv;charset=UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=HYPERLINK(\"http://x\")", "+1 212 555 0101", "-2+3", "@SUM(A1)", "\t=1", "\r=1"})
  void what_a_spreadsheet_would_calculate_stays_text(String cell) {
    assertThat(text(new Csv(cell).named("x"))).startsWith("\uFEFF\"'");
  }

  private static String text(org.springframework.http.ResponseEntity<byte[]> answer) {
    return new String(answer.getBody(), StandardCharsets.UTF_8);
  }
}
