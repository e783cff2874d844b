package health.malasakit.directory.web;

import health.malasakit.kernel.ZoneLabels;
import health.malasakit.ui.Choice;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The zones in which a clinic can lie. */
final class ZoneChoices {

  private ZoneChoices() {}

  /** By label, with the abbreviation where there is one; the id stands behind it. */
  static List<Choice> at(Instant now) {
    return ZoneLabels.listed().stream()
        .filter(zone -> ZoneLabels.abbreviation(zone, now).isPresent())
        .map(zone -> Choice.of(zone.getId(), label(zone, now)))
        .toList();
  }

  private static String label(ZoneId zone, Instant now) {
    return ZoneLabels.label(zone)
        + " ("
        + ZoneLabels.abbreviation(zone, now).orElse("")
        + ", "
        + zone.getId()
        + ")";
  }
}
