package health.malasakit.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The time zone that a ZIP suggests. Never more than a proposal: borders of zones follow counties,
 * and a person confirms. The table is ours, {@code kernel/zip_zones.csv}.
 */
public final class ZipZones {

  /**
   * A proposal.
   *
   * @param twoZones the area of this ZIP lies in more than one zone: look twice
   */
  public record Proposal(ZoneId zone, boolean twoZones) {}

  private static final Pattern ZIP = Pattern.compile("([0-9]{5})(?:-?[0-9]{4})?");
  private static final List<Integer> PREFIX_LENGTHS = List.of(5, 3);
  private static final Map<String, Proposal> TABLE = read("/kernel/zip_zones.csv");

  private ZipZones() {}

  /** Empty for military mail, freely associated states, and what is no ZIP. */
  public static Optional<Proposal> propose(String zip) {
    var parts = ZIP.matcher(zip.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String five = parts.group(1);
    return PREFIX_LENGTHS.stream()
        .flatMap(length -> Optional.ofNullable(TABLE.get(five.substring(0, length))).stream())
        .findFirst();
  }

  private static Map<String, Proposal> read(String resource) {
    try (InputStream in = ZipZones.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing from the program: " + resource);
      }
      Map<String, Proposal> table = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> put(table, line.split(",", -1)));
      return Map.copyOf(table);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void put(Map<String, Proposal> table, String[] row) {
    Proposal proposal = new Proposal(ZoneId.of(row[2]), row[3].equals("two"));
    String format = "%0" + row[0].length() + "d";
    for (int prefix = Integer.parseInt(row[0]); prefix <= Integer.parseInt(row[1]); prefix++) {
      table.put(String.format(Locale.ROOT, format, prefix), proposal);
    }
  }
}
