package health.malasakit.inquiries.redflags.web;

import health.malasakit.access.records.RecordGate;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.OpenCall;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.inquiries.redflags.Emergencies;
import health.malasakit.inquiries.redflags.Emergency;
import health.malasakit.inquiries.redflags.EmergencyCalls;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.Patients;
import health.malasakit.ui.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which caller of hers it is that needs help. */
@Component
class Callers {

  private final Speaking speaking;
  private final Calls calls;
  private final CallerChecks checks;
  private final RecordGate gate;
  private final Patients patients;
  private final Clinics clinics;

  Callers(
      Speaking speaking,
      Calls calls,
      CallerChecks checks,
      RecordGate gate,
      Patients patients,
      Clinics clinics) {
    this.speaking = speaking;
    this.calls = calls;
    this.checks = checks;
    this.gate = gate;
    this.patients = patients;
    this.clinics = clinics;
  }

  /** Whether it has to be asked: several wait, and she speaks with none of them. */
  boolean several() {
    return speaking.now().isEmpty() && !speaking.onTheLine().isEmpty();
  }

  /** The one of those who wait whose page she came from, while it had to be asked. */
  Optional<OpenCall> before(String caller) {
    return several()
        ? speaking.onTheLine().stream()
            .filter(one -> one.call().toString().equals(caller))
            .findFirst()
        : Optional.empty();
  }

  /** The clinic, the number, and whom the caller was proven to be. */
  String words(OpenCall one, Clinic clinic) {
    return words(calls.get(clinic.id(), one.call()), clinic.name());
  }

  /** Which of those who wait it is about; empty when none of them. */
  String whose(Emergency one, Clinic clinic) {
    return speaking.onTheLine().stream()
        .filter(waits -> one.call().filter(waits.call().value()::equals).isPresent())
        .findFirst()
        .map(waits -> words(waits, clinic))
        .orElse("");
  }

  /** Those who wait at these clinics, by the id of their call, while it has to be asked. */
  @Transactional(readOnly = true)
  List<Choice> asked(Map<OrganizationId, Clinic> at) {
    return several() ? choices(speaking.onTheLine(), at) : List.of();
  }

  /**
   * Whose an emergency of hers that is tied to no call may be: who is on her line at its clinic.
   */
  @Transactional(readOnly = true)
  List<Choice> mayBeOf(Emergency one) {
    if (!EmergencyCalls.mayTie(one)) {
      return List.of();
    }
    var some = speaking.now().map(List::of).orElseGet(speaking::onTheLine);
    return choices(some, clinics.byIds(List.of(one.organization())));
  }

  private List<Choice> choices(List<OpenCall> some, Map<OrganizationId, Clinic> at) {
    return some.stream()
        .flatMap(one ->
            Optional.ofNullable(at.get(one.organization())).stream()
                .map(clinic -> choice(calls.get(clinic.id(), one.call()), clinic)))
        .toList();
  }

  private Choice choice(Call call, Clinic clinic) {
    return Choice.of(call.id().toString(), words(call, clinic.name()));
  }

  /** The clinic, the number, and whom the caller was proven to be. */
  private String words(Call call, String clinic) {
    var number =
        call.line().other().map(Phone::shown).orElse(Sentences.of("redflags.number.withheld"));
    return Stream.of(clinic, number, proven(call))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String proven(Call call) {
    var hers = checks.of(call).proven().stream().map(Proven::patient).distinct().toList();
    var closed = gate.closed(call.organization(), hers);
    var open = hers.stream().filter(one -> !closed.contains(one)).toList();
    var cards = patients.cards(open);
    return open.stream()
        .flatMap(one -> Optional.ofNullable(cards.get(one)).stream())
        .map(card -> card.name())
        .collect(Collectors.joining(", "));
  }

  /**
   * The clinic of a caller who was chosen; her line may have broken since.
   *
   * @throws Refused conflict, code {@code emergency.call}, when her call is somebody else's by now,
   *     or written up
   */
  @Transactional(readOnly = true)
  Clinic clinic(String caller) {
    return clinics.get(chosen(caller).organization());
  }

  /**
   * The contact of a sign at a clinic, with the caller's number.
   *
   * @param caller id of the call of her who was chosen; empty for none of those who were asked for
   */
  @Transactional(readOnly = true)
  Emergencies.Contact contact(Clinic clinic, String caller) {
    var call =
        (caller.isEmpty()
                ? speaking.now().map(one -> calls.get(one.organization(), one.call()))
                : Optional.of(chosen(caller)))
            .filter(one -> one.organization().equals(clinic.id()));
    return new Emergencies.Contact(
        call.map(one -> one.id().value()),
        call.flatMap(one -> one.line().other()).map(Phone::shown).orElse(""));
  }

  private Call chosen(String caller) {
    return calls.mine().stream()
        .filter(one -> one.id().toString().equals(caller))
        .findFirst()
        .orElseThrow(() -> Refused.conflict("emergency.call"));
  }
}
