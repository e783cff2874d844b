package health.malasakit.inquiries.gate;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.inquiries.Call;
import health.malasakit.patients.Patient;
import health.malasakit.patients.reach.NumberWords;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How far the record of a patient whose facts were said opens to whoever said them. */
@Component
class Depths {

  private final GateStore store;
  private final Herself herself;
  private final SpeakersNamed speakers;
  private final NumberWords words;
  private final Payers payers;
  private final Clock clock;

  Depths(
      GateStore store,
      Herself herself,
      SpeakersNamed speakers,
      NumberWords words,
      Payers payers,
      Clock clock) {
    this.store = store;
    this.herself = herself;
    this.speakers = speakers;
    this.words = words;
    this.payers = payers;
    this.clock = clock;
  }

  /** Nothing for who died, is a child, is not on file, may not hear it, or does not pay for her. */
  Optional<Proven> of(Asking asking, Patient patient) {
    return switch (asking.said().caller()) {
      case PATIENT -> herself.most(patient).map(most -> herself(asking, patient, most));
      case FOR_HER ->
          speakers
              .may(patient, asking.said().speaker(), asking.further().isPresent())
              .map(one ->
                  new Proven(
                      patient.id(),
                      one.depth(),
                      Optional.of(one.representative()),
                      Optional.empty(),
                      clock.instant()));
      case OFFICE, PAYER ->
          asking
              .party()
              .filter(one -> one.sort() != Party.Sort.PAYER || payers.paysFor(one, patient))
              .map(one -> party(one, patient));
      case NOBODY -> Optional.empty();
    };
  }

  private Proven party(Party one, Patient patient) {
    var purpose = Purpose.of(one.sort().kind());
    return new Proven(
        patient.id(), purpose.depth(), Optional.empty(), Optional.of(purpose), clock.instant());
  }

  private Proven herself(Asking asking, Patient patient, Depth most) {
    var deepest = asking.further().isPresent() ? deepest(asking.call(), patient) : Depth.BOOKING;
    var depth = most.reaches(deepest) ? deepest : most;
    return Proven.herself(patient.id(), depth, clock.instant());
  }

  /**
   * Who answered at a number on file that was dialled from the list of whom we call may have what
   * she is reached by changed; not at one that was found to be another's or nobody's. A call opened
   * by hand says only what its opener typed, and switches tell of calls that came in.
   */
  private Depth deepest(Call call, Patient patient) {
    return rungOnFile(call, patient) ? Depth.CONTACT : Depth.RECORD;
  }

  /** Whether we rang her in this call at a number on file, and somebody answered there. */
  boolean rungOnFile(Call call, Patient patient) {
    return store
        .answeredAt(call, patient.id())
        .filter(rung -> Likeness.onFile(rung, patient))
        .filter(rung -> words.stopped(call.organization(), patient.id(), List.of(rung)).isEmpty())
        .isPresent();
  }
}
