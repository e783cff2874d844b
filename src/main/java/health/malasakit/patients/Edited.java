package health.malasakit.patients;

import java.util.List;

/** What became of an edit. */
public sealed interface Edited {

  /** Kept; or nothing was different. */
  record Saved(Patient now) implements Edited {}

  /** Somebody else changed her meanwhile; nothing was kept. What she changed is here. */
  record ChangedMeanwhile(Patient now, List<FactChange> since) implements Edited {}
}
