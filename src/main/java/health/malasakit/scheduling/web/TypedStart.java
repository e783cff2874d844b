package health.malasakit.scheduling.web;

import health.malasakit.access.json.JsonBody;
import health.malasakit.access.json.Malformed;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.WallTime;
import health.malasakit.kernel.ZoneLabels;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The start of a visit as a machine writes it: with an offset, or as wall time with the name of its
 * zone beside it. Never without either.
 */
final class TypedStart {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d)(?::(\\d\\d))?(Z|[+-]\\d\\d:\\d\\d)?");

  private TypedStart() {}

  /**
   * Reads {@code start}, {@code zone} and {@code fold} of a body as a time on the site's wall.
   *
   * @throws Malformed naming the field
   */
  static WallTime of(JsonBody body, ZoneId site) {
    var text = body.text("start");
    var parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw new Malformed("start", "scheduling.malformed.start");
    }
    var local = local(parts);
    if (parts.group(7) != null) {
      return WallTime.at(OffsetDateTime.of(local, offset(parts)).toInstant(), site);
    }
    var zone = zone(body);
    var wall = wall(local, zone, fold(body));
    return zone.equals(site) ? wall : WallTime.at(wall.instant(), site);
  }

  private static LocalDateTime local(Matcher parts) {
    int year = number(parts, 1);
    int month = number(parts, 2);
    int day = number(parts, 3);
    if (month < 1 || month > 12) {
      throw new Malformed("start", "scheduling.malformed.start/month", month);
    }
    int days = YearMonth.of(year, month).lengthOfMonth();
    if (day < 1 || day > days) {
      throw new Malformed(
          "start", "scheduling.malformed.start/day", YearMonth.of(year, month), days, day);
    }
    try {
      return LocalDate.of(year, month, day)
          .atTime(LocalTime.of(number(parts, 4), number(parts, 5)));
    } catch (DateTimeException noSuchTime) {
      throw new Malformed("start", "scheduling.malformed.start/hour");
    }
  }

  private static ZoneOffset offset(Matcher parts) {
    try {
      return ZoneOffset.of(parts.group(7));
    } catch (DateTimeException noSuchOffset) {
      throw new Malformed("start", "scheduling.malformed.start/offset", parts.group(7));
    }
  }

  private static ZoneId zone(JsonBody body) {
    var name =
        body.optional("zone")
            .orElseThrow(() -> new Malformed("start", "scheduling.malformed.start/zone"));
    try {
      return ZoneLabels.zone(name);
    } catch (Refused unknown) {
      throw Malformed.because("zone", unknown);
    }
  }

  private static Optional<WallTime.Fold> fold(JsonBody body) {
    return body.optional("fold")
        .map(said -> {
          try {
            return WallTime.Fold.valueOf(said.toUpperCase(Locale.ROOT));
          } catch (IllegalArgumentException neither) {
            throw new Malformed("fold", "scheduling.malformed.fold");
          }
        });
  }

  private static WallTime wall(LocalDateTime local, ZoneId zone, Optional<WallTime.Fold> fold) {
    try {
      return fold.map(said -> WallTime.of(local, zone, said))
          .orElseGet(() -> WallTime.of(local, zone));
    } catch (Refused why) {
      throw why.onField("start");
    }
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
