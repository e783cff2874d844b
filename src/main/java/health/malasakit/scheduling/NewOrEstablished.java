package health.malasakit.scheduling;

import health.malasakit.directory.VisitType;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Refused;
import java.util.Optional;

/**
 * Whether a patient is new to a practitioner, with what decides it. An established patient has had
 * professional services from the practitioner, or from another of the same specialty in the same
 * group, within the past three years (CPT, Evaluation and Management guidelines, "New and
 * established patients"; from general knowledge, to be checked against the current book).
 */
public sealed interface NewOrEstablished {

  /** Nothing of the past three years counts. */
  record New() implements NewOrEstablished {}

  /**
   * This visit counts.
   *
   * @param sure false when the file does not say who saw the patient or with which specialty
   */
  record Established(Visit decidedBy, boolean sure) implements NewOrEstablished {}

  /**
   * Why a kind of visit is not for this patient; empty when it is, or when the record does not say
   * for sure.
   */
  default Optional<Refused> against(VisitType type) {
    return switch (type.details().patients()) {
      case ANY -> Optional.empty();
      case NEW -> seen().map(visit -> notNew(visit, type));
      case ESTABLISHED ->
          this instanceof New
              ? Optional.of(Refused.conflict("booking.kind_of_patient/established", type.name()))
              : Optional.empty();
    };
  }

  /** The sentence is read aloud: it does not date a confidential visit. */
  private static Refused notNew(Visit visit, VisitType type) {
    return visit.confidential()
        ? Refused.conflict("booking.kind_of_patient/known", type.name())
        : Refused.conflict(
            "booking.kind_of_patient/new", type.name(), Moments.dated(visit.time().date()));
  }

  private Optional<Visit> seen() {
    return switch (this) {
      case New fresh -> Optional.empty();
      case Established(var visit, var sure) -> sure ? Optional.of(visit) : Optional.empty();
    };
  }
}
