package health.malasakit.patients;

import health.malasakit.patients.person.PersonFacts;
import java.util.List;
import java.util.Set;

/** What became of an edit. */
public sealed interface Edited {

  /** Kept; or nothing was different. */
  record Saved(Patient now) implements Edited {}

  /**
   * Somebody else changed her meanwhile; nothing was kept.
   *
   * @param since what the other changed, newest first
   * @param merged what was sent, with the other's values in the fields that were not touched
   * @param contested the fields that both touched, differently
   */
  record ChangedMeanwhile(
      Patient now, List<FactChange> since, PersonFacts merged, Set<String> contested)
      implements Edited {}
}
