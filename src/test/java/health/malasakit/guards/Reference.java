package health.malasakit.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page of {@code docs/reference}, by the test that knows its facts. */
public final class Reference {

  private Reference() {}

  /**
   * Writes it for {@code bin/docs}, and fails where the page in the documentation says otherwise.
   */
  public static void holds(String name, List<String> lines) throws IOException {
    var written = Path.of("target", "reference", name);
    Files.createDirectories(written.getParent());
    Files.write(written, lines);

    assertThat(Files.readAllLines(Path.of("docs", "reference", name)))
        .as("docs/reference/%s, which bin/docs renews", name)
        .isEqualTo(lines);
  }
}
