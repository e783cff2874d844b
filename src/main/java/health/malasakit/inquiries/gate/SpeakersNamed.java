package health.malasakit.inquiries.gate;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.patients.Patient;
import health.malasakit.patients.person.Folding;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.patients.speaking.Speaker;
import health.malasakit.patients.speaking.Speaking;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether somebody of that name may speak for a patient today, and how far. */
@Component
class SpeakersNamed {

  private final Representatives representatives;

  SpeakersNamed(Representatives representatives) {
    this.representatives = representatives;
  }

  /** Somebody on file, and how far the record is open to what she may do. */
  record Speaks(UUID representative, Depth depth) {}

  /**
   * Nothing for who is not on file, or may neither book nor hear.
   *
   * @param further whether a further fact of the patient matched: without it nothing is heard
   */
  Optional<Speaks> may(Patient patient, String name, boolean further) {
    var folded = Folding.fold(name);
    return representatives.speakingFor(patient.organization(), patient.id()).stream()
        .filter(one -> Folding.fold(one.representative().name()).equals(folded))
        .flatMap(one ->
            one.hearsFacts() && further
                ? Optional.of(new Speaks(one.representative().id(), Depth.HEARING)).stream()
                : one.may().contains(Speaking.BOOK)
                    ? Optional.of(new Speaks(one.representative().id(), Depth.BOOKING)).stream()
                    : Optional.<Speaks>empty().stream())
        .findFirst();
  }

  /** Whether that is the name of this representative. */
  boolean is(Patient patient, UUID representative, String name) {
    var folded = Folding.fold(name);
    return representatives.speakingFor(patient.organization(), patient.id()).stream()
        .map(Speaker::representative)
        .filter(one -> one.id().equals(representative))
        .anyMatch(one -> Folding.fold(one.name()).equals(folded));
  }
}
