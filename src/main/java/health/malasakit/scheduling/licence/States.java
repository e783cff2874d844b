package health.malasakit.scheduling.licence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** US states and territories: their two letters, whether written so or in full. */
final class States {

  private static final Map<String, String> NAMES = read();
  private static final Map<String, String> CODES = codes();

  private States() {}

  /** Two letters; empty for anything else that may stand in an address. */
  static Optional<String> code(String written) {
    return Optional.ofNullable(CODES.get(written.strip().toLowerCase(Locale.ROOT)));
  }

  /** Two letters and the name in full, in the order of the file. */
  static Map<String, String> all() {
    return NAMES;
  }

  private static Map<String, String> codes() {
    var codes = new HashMap<String, String>();
    NAMES.forEach((code, name) -> {
      codes.put(code.toLowerCase(Locale.ROOT), code);
      codes.put(name.toLowerCase(Locale.ROOT), code);
    });
    return Map.copyOf(codes);
  }

  private static Map<String, String> read() {
    try (var in = States.class.getResourceAsStream("/scheduling/us_states.csv")) {
      if (in == null) {
        throw new IllegalStateException("missing from the program: us_states.csv");
      }
      var names = new LinkedHashMap<String, String>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", 2))
          .forEach(row -> names.put(row[0], row[1]));
      return Collections.unmodifiableMap(names);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
