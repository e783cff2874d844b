package health.malasakit.patients.search;

import java.util.List;

/**
 * What a search found, closest first.
 *
 * @param more whether there are others
 * @param otherBirthDate whether nobody has that name with that birth date, and these have the name
 *     alone
 */
public record SearchResult(List<Found> found, boolean more, boolean otherBirthDate) {

  static final SearchResult NOTHING = new SearchResult(List.of(), false, false);

  public SearchResult {
    found = List.copyOf(found);
  }
}
