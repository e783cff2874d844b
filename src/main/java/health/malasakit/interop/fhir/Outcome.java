package health.malasakit.interop.fhir;

import health.malasakit.coverage.Policies;
import health.malasakit.directory.Imported;
import java.util.Collection;

/** What became of a resource that was taken. */
enum Outcome {
  CREATED,
  UPDATED,
  UNCHANGED;

  static Outcome of(Imported.Outcome directory) {
    return switch (directory) {
      case CREATED -> CREATED;
      case UPDATED -> UPDATED;
      case UNCHANGED -> UNCHANGED;
    };
  }

  static Outcome of(Policies.Taken coverage) {
    return switch (coverage) {
      case CREATED -> CREATED;
      case UPDATED -> UPDATED;
      case UNCHANGED -> UNCHANGED;
    };
  }

  /** Of a resource that became several rows: the first of created, updated, unchanged. */
  static Outcome ofAll(Collection<Outcome> rows) {
    return rows.stream().min(Outcome::compareTo).orElse(UNCHANGED);
  }
}
