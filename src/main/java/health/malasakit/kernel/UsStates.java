package health.malasakit.kernel;

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
public final class UsStates {

  private static final Map<String, String> NAMES = read();
  private static final Map<String, String> CODES = codes();

  private UsStates() {}

  /** Two letters; empty for anything else that may stand in an address. */
  public static Optional<String> code(String written) {
    return Optional.ofNullable(CODES.get(written.strip().toLowerCase(Locale.ROOT)));
  }

  /** Two letters where it is one of them; anything else as written. */
  public static String codeOrAsWritten(String written) {
    return code(written).orElse(written);
  }

  /** Two letters and the name in full, in the order of the file. */
  public static Map<String, String> all() {
    return NAMES;
  }

  private static Map<String, String> codes() {
    var codes = new HashMap<String, String>();
    NAMES.forEach((code, name) -> {
      codes.put(code.toLowerCase(Locale.ROOT), code);
      codes.put(name.toLowerCase(Locale.ROOT), code);
    });
    codes.put("virgin islands", "VI");
    return Map.copyOf(codes);
  }

  private static Map<String, String> read() {
    try (var in = UsStates.class.getResourceAsStream("/kernel/us_states.csv")) {
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
