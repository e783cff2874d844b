package health.malasakit.ui;

import health.malasakit.kernel.Moments;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * One moment in up to three zones, ready to be shown: the clinic's first, then those that differ.
 *
 * @param iso the instant, for {@code datetime}
 * @param text the clinic's date, hour and zone
 * @param others the same moment elsewhere, hour and zone, with the day when it is another day
 */
public record When(String iso, String text, List<String> others) {

  /** The moment at the clinic, and in each other zone whose clock shows something else then. */
  public static When of(Instant at, ZoneId clinic, ZoneId... elsewhere) {
    var others = new ArrayList<String>();
    var wall = at.atZone(clinic).toLocalDateTime();
    for (var zone : elsewhere) {
      var there = at.atZone(zone).toLocalDateTime();
      if (!there.equals(wall)) {
        var sameDay = there.toLocalDate().equals(wall.toLocalDate());
        others.add(sameDay ? Moments.clock(at, zone) : Moments.at(at, zone));
      }
    }
    var distinct = others.stream().distinct().toList();
    return new When(at.toString(), Moments.at(at, clinic), distinct);
  }
}
