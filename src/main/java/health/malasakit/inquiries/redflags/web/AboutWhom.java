package health.malasakit.inquiries.redflags.web;

import health.malasakit.access.records.RecordGate;
import health.malasakit.inquiries.redflags.Emergency;
import health.malasakit.inquiries.redflags.EmergencyPatients;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.Patients;
import health.malasakit.ui.Choice;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** About whom an emergency is, as far as her record is open to the reader. */
@Component
class AboutWhom {

  private final EmergencyPatients emergencies;
  private final Patients patients;
  private final RecordGate gate;
  private final Speaking speaking;
  private final Callers callers;

  AboutWhom(
      EmergencyPatients emergencies,
      Patients patients,
      RecordGate gate,
      Speaking speaking,
      Callers callers) {
    this.emergencies = emergencies;
    this.patients = patients;
    this.gate = gate;
    this.speaking = speaking;
    this.callers = callers;
  }

  EmergencyPage.About of(Emergency one) {
    var whose = one.patient().map(List::of).orElse(List.of());
    return new EmergencyPage.About(
        !Speaking.isOf(one, speaking.now()),
        callers.mayBeOf(one),
        named(one, whose).stream().findFirst().map(Choice::label).orElse(""),
        named(one, whose.isEmpty() ? emergencies.proven(one) : List.of()));
  }

  private List<Choice> named(Emergency one, List<PatientId> some) {
    var closed = gate.closed(one.organization(), some);
    var open = some.stream().filter(patient -> !closed.contains(patient)).toList();
    var cards = patients.cards(open);
    return open.stream()
        .flatMap(patient -> Optional.ofNullable(cards.get(patient)).stream())
        .map(card -> Choice.of(card.id().toString(), card.name()))
        .toList();
  }
}
