package health.malasakit.access.web;

import health.malasakit.kernel.Refused;
import health.malasakit.kernel.ZoneLabels;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The country and time zone she works from now. */
public record PlaceForm(@Nullable String country, @Nullable String zone) {

  @Override
  public String country() {
    return country == null ? "" : country;
  }

  @Override
  public String zone() {
    return zone == null ? "" : zone;
  }

  String countryChecked() {
    if (Arrays.asList(Locale.getISOCountries()).contains(country())) {
      return country();
    }
    throw Refused.invalid("country.unknown/now").onField("country");
  }

  ZoneId zoneChecked() {
    try {
      return ZoneLabels.zone(zone());
    } catch (Refused no) {
      throw no.onField("zone");
    }
  }
}
