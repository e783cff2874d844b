package health.malasakit.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person says for a time zone: "New York", "Manila", "Navajo Nation (Shiprock)". The table
 * is ours, {@code kernel/zone_labels.csv}, because Java prints {@code PST} for Manila and for Los
 * Angeles alike. An abbreviation stands beside the label in zones of the United States only.
 */
public final class ZoneLabels {

  private record Label(String label, String standard, String daylight) {}

  private static final Set<String> CONTINENTS_AND_OCEANS =
      Set.of(
          "Africa",
          "America",
          "Antarctica",
          "Arctic",
          "Asia",
          "Atlantic",
          "Australia",
          "Europe",
          "Indian",
          "Pacific");
  private static final Pattern LINE =
      Pattern.compile("([^,]+),(?:\"([^\"]+)\"|([^,\"]+)),([A-Za-z]*),([A-Za-z]*)");
  private static final Map<String, Label> TABLE = read("/kernel/zone_labels.csv");

  private ZoneLabels() {}

  /**
   * Reads the id of a place's zone: {@code America/New_York}. Offsets, {@code UTC}, {@code EST} and
   * old names such as {@code US/Eastern} name no place and are refused.
   *
   * @throws Refused invalid, code {@code zone.unknown}
   */
  public static ZoneId zone(String id) {
    int slash = id.indexOf('/');
    boolean namesAPlace = slash > 0 && CONTINENTS_AND_OCEANS.contains(id.substring(0, slash));
    if (namesAPlace && ZoneId.getAvailableZoneIds().contains(id)) {
      return ZoneId.of(id);
    }
    throw Refused.invalid("zone.unknown");
  }

  /** The short label, from our table, else the city of the id: {@code Toronto}. */
  public static String label(ZoneId zone) {
    Label known = TABLE.get(zone.getId());
    return known != null ? known.label() : cityOf(zone.getId());
  }

  /** {@code EST}, {@code MDT}, {@code ChST} at that moment; empty outside the United States. */
  public static Optional<String> abbreviation(ZoneId zone, Instant at) {
    Label known = TABLE.get(zone.getId());
    if (known == null || known.standard().isEmpty()) {
      return Optional.empty();
    }
    boolean summer = zone.getRules().isDaylightSavings(at);
    return Optional.of(summer ? known.daylight() : known.standard());
  }

  /** The zones of the table, in its order: what a person may pick first. */
  public static List<ZoneId> listed() {
    List<ZoneId> zones = new ArrayList<>();
    TABLE.keySet().forEach(id -> zones.add(ZoneId.of(id)));
    return zones;
  }

  private static String cityOf(String id) {
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }

  private static Map<String, Label> read(String resource) {
    try (InputStream in = ZoneLabels.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing from the program: " + resource);
      }
      Map<String, Label> table = new LinkedHashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> put(table, line));
      return Collections.unmodifiableMap(table);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void put(Map<String, Label> table, String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalStateException("zone_labels.csv: " + line);
    }
    String label = parts.group(2) != null ? parts.group(2) : parts.group(3);
    table.put(parts.group(1), new Label(label, parts.group(4), parts.group(5)));
  }
}
