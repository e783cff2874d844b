package health.malasakit.directory;

import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.ZoneLabels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Proposes the time zone of a site from its ZIP, never from its state: fourteen states have two. It
 * is a proposal; a person confirms it before the site can be booked. The table is {@code
 * directory/zip_zones.csv}: ZIP prefixes, the longest that fits wins.
 */
public final class ZipZones {

  /** What the ZIP says about the zone. */
  public sealed interface Proposal {
    /** All ZIPs that begin so keep this time. */
    record Confident(ZoneId zone) implements Proposal {}

    /**
     * The likelier zone; a person must look at the place itself.
     *
     * @param area ZIPs that begin with these digits lie in more than one time zone
     */
    record Check(ZoneId zone, String area) implements Proposal {

      /** Why a person must look, in one sentence. */
      public String why() {
        return Sentences.of("directory.zip.check", area);
      }
    }

    /** No zone to propose, and why. */
    record None(String why) implements Proposal {}
  }

  private static final Pattern ZIP = Pattern.compile("([0-9]{5})(?:[- ]?[0-9]{4})?");
  private static final Pattern LINE =
      Pattern.compile("([0-9]{3,5})(?:-([0-9]{3,5}))?,([A-Za-z_/]+)(,check)?");
  private static final Pattern MILITARY = Pattern.compile("(09|340|96[2-6]).*");
  private static final int LONGEST_PREFIX = 5;
  private static final int SHORTEST_PREFIX = 3;

  private static final Map<String, Proposal> BY_PREFIX = read("/directory/zip_zones.csv");

  private ZipZones() {}

  /** What a ZIP, with or without its last four digits, says about the zone. */
  public static Proposal propose(String zip) {
    Matcher digits = ZIP.matcher(zip.strip());
    if (!digits.matches()) {
      return new Proposal.None(Sentences.of("directory.zip.digits"));
    }
    String five = digits.group(1);
    if (MILITARY.matcher(five).matches()) {
      return new Proposal.None(Sentences.of("directory.zip.military"));
    }
    for (int length = LONGEST_PREFIX; length >= SHORTEST_PREFIX; length--) {
      Proposal known = BY_PREFIX.get(five.substring(0, length));
      if (known != null) {
        return known;
      }
    }
    return new Proposal.None(Sentences.of("directory.zip.unknown"));
  }

  /**
   * Every zone in which that ZIP can lie; empty when nobody can tell: it says nothing, or lies
   * where people keep another time than that of the one zone on file.
   */
  public static Set<ZoneId> possible(String zip) {
    return switch (propose(zip)) {
      case Proposal.Confident(ZoneId zone) -> Set.of(zone);
      case Proposal.Check(ZoneId zone, String area) -> ofArea(area);
      case Proposal.None none -> Set.of();
    };
  }

  /** Whether it is one of military mail, at home or anywhere in the world. */
  public static boolean military(String zip) {
    Matcher digits = ZIP.matcher(zip.strip());
    return digits.matches() && MILITARY.matcher(digits.group(1)).matches();
  }

  private static Set<ZoneId> ofArea(String area) {
    var zones =
        BY_PREFIX.entrySet().stream()
            .filter(line -> line.getKey().startsWith(area))
            .flatMap(line -> ofLine(line.getValue()).stream())
            .collect(Collectors.toUnmodifiableSet());
    return zones.size() > 1 ? zones : Set.of();
  }

  private static Optional<ZoneId> ofLine(Proposal line) {
    return switch (line) {
      case Proposal.Confident(ZoneId zone) -> Optional.of(zone);
      case Proposal.Check(ZoneId zone, String area) -> Optional.of(zone);
      case Proposal.None none -> Optional.empty();
    };
  }

  private static Map<String, Proposal> read(String resource) {
    Map<String, Proposal> table = new TreeMap<>();
    linesOf(resource).stream()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> put(table, line));
    return table;
  }

  private static void put(Map<String, Proposal> table, String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalStateException("zip_zones.csv: " + line);
    }
    String first = parts.group(1);
    String last = parts.group(2) == null ? first : parts.group(2);
    ZoneId zone = ZoneLabels.zone(parts.group(3));
    boolean spans = parts.group(4) != null;
    for (int prefix = Integer.parseInt(first); prefix <= Integer.parseInt(last); prefix++) {
      String digits = ("%0" + first.length() + "d").formatted(prefix);
      Proposal proposal = spans ? check(digits, zone) : new Proposal.Confident(zone);
      if (table.put(digits, proposal) != null) {
        throw new IllegalStateException("zip_zones.csv names " + digits + " twice");
      }
    }
  }

  private static Proposal check(String prefix, ZoneId zone) {
    return new Proposal.Check(zone, prefix.substring(0, SHORTEST_PREFIX));
  }

  private static List<String> linesOf(String resource) {
    try (InputStream in = ZipZones.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing from the program: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
