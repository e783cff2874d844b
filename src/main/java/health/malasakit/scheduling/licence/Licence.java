package health.malasakit.scheduling.licence;

import health.malasakit.directory.Practitioner;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitType.Modality;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import java.util.List;
import java.util.Optional;

/**
 * Whether the licences on file cover a visit by phone or video. Care by telehealth takes place in
 * the state where the patient is, so the practitioner needs that state's licence or an exception to
 * it (Federation of State Medical Boards, Model Policy on telemedicine, 2022; from general
 * knowledge). Exceptions differ by state and profession; so this warns and asks for a reason, and
 * never decides alone.
 */
public sealed interface Licence {

  /** In person, or the patient's state is among the licences. */
  record Fits() implements Licence {}

  /** The patient's state is not among them. */
  record Missing(String practitioner, List<String> states, String state, Modality how)
      implements Licence {}

  /** Nobody wrote down where the practitioner is licensed. */
  record NotOnFile(String practitioner) implements Licence {}

  /** No US state can be made out in the patient's address. */
  record StateUnknown(String practitioner, List<String> states) implements Licence {}

  /**
   * The decision alone.
   *
   * @param state two letters, where the patient's address is; empty when it is not known
   */
  static Licence of(Practitioner one, VisitType type, Optional<String> state) {
    var how = type.details().modality();
    var states = one.details().licensedStates();
    if (how == Modality.IN_PERSON) {
      return new Fits();
    }
    if (states.isEmpty()) {
      return new NotOnFile(one.name());
    }
    return state
        .<Licence>map(hers ->
            states.stream().anyMatch(hers::equalsIgnoreCase)
                ? new Fits()
                : new Missing(one.name(), states, hers, how))
        .orElseGet(() -> new StateUnknown(one.name(), states));
  }

  /** Why it is not booked without a reason; empty when nothing on file speaks against it. */
  default Optional<Refused> against() {
    return switch (this) {
      case Missing(var one, var states, var state, var how) ->
          Optional.of(
              how == Modality.PHONE
                  ? Refused.conflict("booking.licence/phone", one, String.join(", ", states), state)
                  : Refused.conflict(
                      "booking.licence/video", one, String.join(", ", states), state));
      case Fits fits -> Optional.empty();
      case NotOnFile none -> Optional.empty();
      case StateUnknown unknown -> Optional.empty();
    };
  }

  /** What to tell whoever books; empty when it fits. */
  default Optional<String> warning() {
    return switch (this) {
      case Fits fits -> Optional.empty();
      case Missing missing -> against().map(Refused::sentence);
      case NotOnFile(var one) -> Optional.of(Sentences.of("scheduling.licence.not_on_file", one));
      case StateUnknown(var one, var states) ->
          Optional.of(Sentences.of("scheduling.licence.no_state", one, String.join(", ", states)));
    };
  }
}
