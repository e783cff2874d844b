package health.malasakit.access.web;

import health.malasakit.ui.Choice;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A link to be handed over; empty when the person has an account and needs none.
 *
 * @param dropped the country that was chosen and is not hers, by name; empty when nothing was lost
 * @param hers from where she may work instead, by name; empty when from anywhere
 */
public record HandOverPage(String clinic, String name, String link, String dropped, String hers) {

  static HandOverPage of(String clinic, String name, String link) {
    return new HandOverPage(clinic, name, link, "", "");
  }

  /** For who has an account already: her countries stay, whatever was chosen. */
  HandOverPage with(String chosen, Set<String> kept, Locale locale) {
    return kept.contains(chosen)
        ? this
        : new HandOverPage(
            clinic,
            name,
            link,
            names(Set.of(chosen), locale),
            kept.isEmpty() ? "" : names(kept, locale));
  }

  private static String names(Set<String> codes, Locale locale) {
    return Places.among(codes, locale).stream()
        .map(Choice::label)
        .collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return "HandOverPage";
  }
}
