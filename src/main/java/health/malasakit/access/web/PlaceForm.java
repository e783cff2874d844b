package health.malasakit.access.web;

import health.malasakit.kernel.Refused;
import health.malasakit.kernel.ZoneLabels;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
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

  /** The country; when she may work from one alone and nothing was asked, that one. */
  String countryAmong(Set<String> hers) {
    return country().isEmpty() && hers.size() == 1 ? hers.iterator().next() : countryChecked();
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
