package health.malasakit.inquiries.gate;

import health.malasakit.access.records.RecordGate;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.search.CallerCandidates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom what a caller says fits, among the patients of the dialled clinic. */
@Component
class Fitting {

  private final GateStore store;
  private final Patients patients;
  private final CallerCandidates candidates;
  private final GateRules rules;
  private final CodeWords words;
  private final Payers payers;
  private final RecordGate records;
  private final SpeakersNamed speakers;

  Fitting(
      GateStore store,
      Patients patients,
      CallerCandidates candidates,
      GateRules rules,
      CodeWords words,
      Payers payers,
      RecordGate records,
      SpeakersNamed speakers) {
    this.store = store;
    this.patients = patients;
    this.candidates = candidates;
    this.rules = rules;
    this.words = words;
    this.payers = payers;
    this.records = records;
    this.speakers = speakers;
  }

  /** Refuses, code {@code caller.fact}, a further fact that the clinic does not ask. */
  void requireAsked(Asking asking, Fact fact) {
    if (!rules.of(asking.call().organization(), asking.said().caller()).contains(fact)) {
      throw Refused.invalid("caller.fact").onField("fact");
    }
  }

  /** Which of these what she says of a further fact fits. */
  List<Patient> closer(Asking asking, Fact fact, List<Patient> meant) {
    return meant.stream().filter(one -> fits(asking, fact, one)).toList();
  }

  private boolean fits(Asking asking, Fact fact, Patient one) {
    return switch (fact) {
      case CODE_WORD -> words.is(one, asking.said().value());
      case MEMBER_ID ->
          asking.party().filter(who -> payers.knows(who, one, asking.said().value())).isPresent();
      case NAME, BIRTH_DATE, PHONE, ZIP, ADDRESS, MRN, CODE, REPRESENTATIVE, ORGANIZATION ->
          asking.fits(fact, one);
    };
  }

  /** By name and birth date; a candidate that was picked narrows them and proves nothing. */
  List<Patient> named(Asking asking, LocalDate today) {
    var said = asking.said();
    var clinic = asking.call().organization();
    var born = asking.born(today);
    return open(clinic, candidates.born(clinic, born, said.name())).stream()
        .filter(one -> said.candidate().isEmpty() || said.candidate().get().equals(one))
        .flatMap(one -> patients.find(clinic, one).stream())
        .filter(one -> Likeness.name(said.name(), one))
        .toList();
  }

  /** Whose record opens by break-glass alone is neither found nor named here, nor told apart. */
  private List<PatientId> open(OrganizationId clinic, List<PatientId> found) {
    var restricted = records.restricted(clinic, found);
    return found.stream().filter(one -> !restricted.contains(one)).toList();
  }

  /** For whom she was proven already, when nothing but one thing more is asked. */
  Optional<Patient> again(Asking asking) {
    return asking
        .said()
        .candidate()
        .filter(one -> asking.onlyFurther())
        .filter(one -> !open(asking.call().organization(), List.of(one)).isEmpty())
        .flatMap(one -> patients.find(asking.call().organization(), one))
        .filter(one -> speaksStill(asking, one));
  }

  private boolean speaksStill(Asking asking, Patient patient) {
    var call = asking.call();
    return store.proven(call.organization(), List.of(call.id())).stream()
        .filter(one -> one.patient().equals(patient.id()))
        .anyMatch(one ->
            switch (asking.said().caller()) {
              case PATIENT -> one.herself();
              case FOR_HER ->
                  one.representative()
                      .filter(who -> speakers.is(patient, who, asking.said().speaker()))
                      .isPresent();
              case OFFICE, PAYER, NOBODY -> false;
            });
  }
}
