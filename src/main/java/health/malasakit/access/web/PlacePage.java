package health.malasakit.access.web;

import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import java.util.List;

/**
 * Where she works from now.
 *
 * @param countries those she may work from; with one, nothing is asked
 */
public record PlacePage(PlaceForm form, List<Choice> countries, List<Choice> zones, Errors errors) {

  /** Whether there is a country to choose. */
  public boolean asksCountry() {
    return countries.size() != 1;
  }
}
