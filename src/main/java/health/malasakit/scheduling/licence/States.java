package health.malasakit.scheduling.licence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** US states and territories: their two letters, whether written so or in full. */
final class States {

  private static final Map<String, String> CODES = read();

  private States() {}

  /** Two letters; empty for anything else that may stand in an address. */
  static Optional<String> code(String written) {
    return Optional.ofNullable(CODES.get(written.strip().toLowerCase(Locale.ROOT)));
  }

  private static Map<String, String> read() {
    try (var in = States.class.getResourceAsStream("/scheduling/us_states.csv")) {
      if (in == null) {
        throw new IllegalStateException("missing from the program: us_states.csv");
      }
      var codes = new HashMap<String, String>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", 2))
          .forEach(row -> {
            codes.put(row[0].toLowerCase(Locale.ROOT), row[0]);
            codes.put(row[1].toLowerCase(Locale.ROOT), row[0]);
          });
      return Map.copyOf(codes);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
