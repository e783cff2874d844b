package health.malasakit.desk.web;

import health.malasakit.access.Colleagues;
import health.malasakit.access.records.CallerGate;
import health.malasakit.access.records.RecordGate;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.directory.Clinics;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import health.malasakit.ui.TypedMoment;
import health.malasakit.workqueue.Promise;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills and checks the form for a promise. */
@Component
class PromiseForms {

  private static final int WORDS_LENGTH_MAX = 500;

  /** With less than this left today, something is promised for the next day of work. */
  private static final Duration TIME_FOR_IT = Duration.ofHours(2);

  private final ClinicsAt clinics;
  private final Clinics hours;
  private final Patients patients;
  private final RecordGate gate;
  private final Colleagues colleagues;
  private final Clock clock;

  PromiseForms(
      ClinicsAt clinics,
      Clinics hours,
      Patients patients,
      RecordGate gate,
      Colleagues colleagues,
      Clock clock) {
    this.clinics = clinics;
    this.hours = hours;
    this.patients = patients;
    this.gate = gate;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  /** With several clinics nothing is asked before she said whose promise it is. */
  @Transactional(readOnly = true)
  PromiseFormPage aboutNobody(String slug) {
    var all = clinics.inScope();
    if (slug.isEmpty() && all.size() > 1) {
      var form = PromiseForm.begun(Promise.To.CLINIC, me(), new TypedMoment("", ""));
      return PromiseFormPage.whichClinic(choices(all), form, Scopes.current().zone());
    }
    var chosen = slug.isEmpty() ? all.getFirst() : clinics.named(slug);
    return page(chosen, choices(all), Optional.empty(), begun(chosen, Promise.To.CLINIC));
  }

  /** With the end of the clinic's work proposed, on the next day on which there is time for it. */
  private Typed begun(ClinicAt clinic, Promise.To to) {
    var ends = hours.get(clinic.id()).workEnds(clock.instant(), TIME_FOR_IT);
    var until = TypedMoment.of(ends, clinic.zone());
    return new Typed(PromiseForm.begun(to, me(), until), Errors.NONE);
  }

  /** Opens her for this task, which is written down. */
  @Transactional
  PromiseFormPage about(String slug, String patient) {
    var clinic = clinics.named(slug);
    var card = visible(clinic, patient);
    gate.check(clinic.id(), card.id(), CallerGate.Depth.BOOKING);
    patients.open(clinic.id(), card.id(), CallerGate.Depth.BOOKING);
    return page(clinic, List.of(), Optional.of(card), begun(clinic, Promise.To.PATIENT));
  }

  @Transactional(readOnly = true)
  PromiseFormPage again(ClinicAt clinic, String patient, PromiseForm form, Errors errors) {
    var card =
        patient.isEmpty() ? Optional.<PatientCard>empty() : Optional.of(visible(clinic, patient));
    var choices = card.isPresent() ? List.<Choice>of() : choices(clinics.inScope());
    return page(clinic, choices, card, new Typed(form, errors));
  }

  /** Everything that has to be asked again, at once. */
  Errors check(PromiseForm form, ClinicAt clinic) {
    var errors = Errors.NONE;
    if (form.words().isBlank()) {
      errors = errors.and("words", Sentences.of("desk.promise.wrong.words"));
    }
    if (form.words().strip().length() > WORDS_LENGTH_MAX) {
      errors = errors.and("words", Sentences.of("desk.promise.wrong.long"));
    }
    if (Arrays.stream(Promise.To.values()).noneMatch(to -> to.code().equals(form.to()))) {
      errors = errors.and("to", Sentences.of("desk.promise.wrong.to"));
    }
    for (var due : form.until().errorsAhead(clinic.zone(), clock.instant()).byField().entrySet()) {
      errors = errors.and(due.getKey(), due.getValue());
    }
    if (owners(clinic).stream().noneMatch(owner -> owner.value().equals(form.owner()))) {
      errors = errors.and("owner", Sentences.of("desk.promise.wrong.owner"));
    }
    return errors;
  }

  /** The patient of an address, or the same answer as for nobody. */
  PatientCard visible(ClinicAt clinic, String patient) {
    var id = Patients.named(patient);
    return Optional.ofNullable(patients.cards(List.of(id)).get(id))
        .filter(card -> card.organization().equals(clinic.id()))
        .orElseThrow(Patients::notFound);
  }

  /** Everybody of a clinic, she herself first. */
  List<Choice> owners(ClinicAt clinic) {
    var me = me();
    return colleagues.of(clinic.id()).entrySet().stream()
        .map(each -> Choice.of(each.getKey().toString(), each.getValue()))
        .sorted((one, other) -> Boolean.compare(other.value().equals(me), one.value().equals(me)))
        .toList();
  }

  private static List<Choice> choices(List<ClinicAt> clinics) {
    return clinics.stream().map(each -> Choice.of(each.slug(), each.name())).toList();
  }

  private record Typed(PromiseForm form, Errors errors) {}

  private PromiseFormPage page(
      ClinicAt clinic, List<Choice> choices, Optional<PatientCard> card, Typed typed) {
    return new PromiseFormPage(
        clinic.slug(),
        clinic.name(),
        choices,
        card.map(PatientCard::name).orElse(""),
        card.map(it -> it.id().toString()).orElse(""),
        owners(clinic),
        typed.form(),
        typed.errors(),
        clinic.zone());
  }

  private static String me() {
    return Scopes.current().account().orElseThrow().toString();
  }
}
