package health.malasakit.inquiries.mixups.web;

import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.access.records.RecordGate;
import health.malasakit.inquiries.mixups.MixUpId;
import health.malasakit.inquiries.mixups.MixUps;
import health.malasakit.inquiries.mixups.Thing;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.Patients;
import health.malasakit.patients.search.Found;
import health.malasakit.patients.search.PatientSearches;
import health.malasakit.patients.search.SearchWords;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.Visits;
import health.malasakit.ui.Choice;
import health.malasakit.ui.When;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the pages about what went to the wrong person. */
@Component
class MixUpPages {

  private final MixUps mixUps;
  private final Visits visits;
  private final Patients patients;
  private final PatientSearches searches;
  private final RecordGate gate;
  private final Organizations organizations;
  private final ClinicDays days;

  MixUpPages(
      MixUps mixUps,
      Visits visits,
      Patients patients,
      PatientSearches searches,
      RecordGate gate,
      Organizations organizations,
      ClinicDays days) {
    this.mixUps = mixUps;
    this.visits = visits;
    this.patients = patients;
    this.searches = searches;
    this.gate = gate;
    this.organizations = organizations;
    this.days = days;
  }

  /** The clinic of the thing that a form is about. */
  @Transactional(readOnly = true)
  OrganizationId clinicOf(MixUpForm form) {
    var thing = form.thing();
    return switch (thing.what()) {
      case VISIT -> visits.get(new VisitId(thing.id())).organization();
      case CALL, MESSAGE ->
          organizations.inScope().stream()
              .filter(one -> isNamed(one, MixUpForm.text(form.clinic())))
              .map(Organization::id)
              .findFirst()
              .orElseThrow(() -> Refused.notFound("call.unknown"));
    };
  }

  @Transactional
  MixUpPage form(MixUpForm form) {
    var clinic = clinicOf(form);
    var thing = form.thing();
    var stands = mixUps.look(clinic, thing);
    return new MixUpPage(
        name(clinic),
        days.zone(clinic),
        words(clinic, thing),
        card(stands.patient()).map(PatientCard::name).orElse(""),
        back(clinic, thing),
        stands.version(),
        found(clinic, form, stands.patient()),
        !MixUpForm.text(form.q()).isEmpty(),
        form);
  }

  @Transactional(readOnly = true)
  MovedPage moved(OrganizationId clinic, MixUpId id) {
    var one = mixUps.get(clinic, id);
    var right =
        mixUps
            .persons(one)
            .right()
            .filter(who -> gate.closed(clinic, List.of(who)).isEmpty())
            .flatMap(this::card);
    return new MovedPage(
        "/mixups/" + clinic + "/" + id,
        name(clinic),
        days.zone(clinic),
        right.isEmpty()
            ? Sentences.of("mixups.what." + one.thing().what().code())
            : words(clinic, one.thing()),
        right.map(PatientCard::name).orElse(""),
        right.map(card -> "/patients/" + clinic + "/" + card.id()).orElse(""),
        When.of(one.done().at(), days.zone(clinic), Scopes.current().zone()),
        one.waits(),
        one.undone().isPresent(),
        right.isPresent() && mixUps.mayUndo(one));
  }

  private String words(OrganizationId clinic, Thing thing) {
    var at = Moments.at(mixUps.at(clinic, thing), days.zone(clinic));
    return Sentences.of("mixups.what." + thing.what().code() + ".at", at);
  }

  private static String back(OrganizationId clinic, Thing thing) {
    return switch (thing.what()) {
      case CALL -> "/calls/" + clinic + "/" + thing.id();
      case VISIT -> "/visits/" + thing.id();
      case MESSAGE -> "/messages/" + clinic + "/" + thing.id();
    };
  }

  private static boolean isNamed(Organization one, String slugOrId) {
    return one.slug().equals(slugOrId) || one.id().toString().equals(slugOrId);
  }

  /** Those of this clinic whose record is open to her, without the wrong person herself. */
  private List<Choice> found(OrganizationId clinic, MixUpForm form, PatientId wrong) {
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

  private Optional<PatientCard> card(PatientId patient) {
    return Optional.ofNullable(patients.cards(List.of(patient)).get(patient));
  }

  private String name(OrganizationId clinic) {
    return organizations.inScope().stream()
        .filter(one -> one.id().equals(clinic))
        .map(Organization::name)
        .findFirst()
        .orElse("");
  }
}
