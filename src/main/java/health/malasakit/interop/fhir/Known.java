package health.malasakit.interop.fhir;

import java.util.Optional;
import java.util.UUID;

/**
 * A row of ours that resources refer to.
 *
 * @param kind what sort of row
 * @param label of a patient her id in the files, of an organization its name
 */
record Known(Kind kind, UUID row, String label) {

  /** The sorts of rows that resources refer to. */
  enum Kind {
    PATIENT,
    PRACTITIONER,
    SITE,
    PAYER;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Kind of(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
  }

  /** What looking a reference up comes to. */
  sealed interface Answer {

    /** One row. */
    record One(Known known) implements Answer {}

    /** Nothing of that name came in any file so far. */
    record None() implements Answer {}

    /** Several rows have that name. */
    record Several() implements Answer {}

    default Optional<Known> one() {
      return this instanceof One(Known known) ? Optional.of(known) : Optional.empty();
    }

    /** Why there is not one. */
    default String rule() {
      return this instanceof Several
          ? Refusal.said("reference.ambiguous")
          : Refusal.said("reference.unresolved");
    }
  }

  @Override
  public String toString() {
    return "Known[" + kind + " " + row + "]";
  }
}
