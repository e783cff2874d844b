package health.malasakit.inquiries.mixups.web;

import health.malasakit.access.records.RecordGate;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.patients.search.Found;
import health.malasakit.patients.search.PatientSearches;
import health.malasakit.patients.search.SearchWords;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.ui.Choice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may be the right person. */
@Component
class RightPersons {

  private final Patients patients;
  private final PatientSearches searches;
  private final RecordGate gate;
  private final ClinicDays days;

  RightPersons(Patients patients, PatientSearches searches, RecordGate gate, ClinicDays days) {
    this.patients = patients;
    this.searches = searches;
    this.gate = gate;
    this.days = days;
  }

  /** Those of this clinic whose record is open to her, without the wrong person herself. */
  List<Choice> found(OrganizationId clinic, MixUpForm form, PatientId wrong) {
    var words = SearchWords.read(MixUpForm.text(form.q()), days.today(clinic));
    var found = searches.search(words).found().stream().filter(one -> !one.restricted()).toList();
    var all =
        Stream.concat(chosen(form).stream(), found.stream().map(Found::card))
            .filter(card -> card.organization().equals(clinic) && !card.id().equals(wrong))
            .distinct()
            .toList();
    var closed = gate.closed(clinic, all.stream().map(PatientCard::id).toList());
    var places = found.stream().collect(Collectors.toMap(one -> one.card().id(), Found::place));
    return all.stream()
        .filter(card -> !closed.contains(card.id()))
        .map(card -> choice(card, places.getOrDefault(card.id(), "")))
        .toList();
  }

  /** Whom she chose before something else was refused. */
  private Optional<PatientCard> chosen(MixUpForm form) {
    return Optional.of(MixUpForm.text(form.right()))
        .filter(id -> !id.isEmpty())
        .flatMap(id -> card(PatientId.of(id)));
  }

  private static Choice choice(PatientCard card, String place) {
    var tells =
        Stream.of(card.birthDate().map(Moments::dated).orElse(""), card.mrn(), place)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    return new Choice(card.id().toString(), card.name(), tells);
  }

  Optional<PatientCard> card(PatientId patient) {
    return Optional.ofNullable(patients.cards(List.of(patient)).get(patient));
  }

  /** Her name, while her record is open to her as far as visits. */
  Optional<PatientCard> open(OrganizationId clinic, PatientId patient) {
    return gate.closed(clinic, List.of(patient)).isEmpty() ? card(patient) : Optional.empty();
  }
}
