package health.malasakit.inquiries.mixups.web;

import health.malasakit.access.Organization;
import health.malasakit.access.Organizations;
import health.malasakit.inquiries.mixups.Did;
import health.malasakit.inquiries.mixups.MixUpId;
import health.malasakit.inquiries.mixups.MixUpLines;
import health.malasakit.inquiries.mixups.MixUps;
import health.malasakit.inquiries.mixups.MixUpsBack;
import health.malasakit.inquiries.mixups.Thing;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.Visits;
import health.malasakit.ui.Choice;
import health.malasakit.ui.When;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the pages about what went to the wrong person. */
@Component
class MixUpPages {

  private final MixUps mixUps;
  private final MixUpLines lines;
  private final MixUpsBack back;
  private final Visits visits;
  private final RightPersons persons;
  private final Organizations organizations;
  private final ClinicDays days;

  MixUpPages(
      MixUps mixUps,
      MixUpLines lines,
      MixUpsBack back,
      Visits visits,
      RightPersons persons,
      Organizations organizations,
      ClinicDays days) {
    this.mixUps = mixUps;
    this.lines = lines;
    this.back = back;
    this.visits = visits;
    this.persons = persons;
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
      case PROMISE, CALL_BACK, EMERGENCY -> throw Refused.notFound("mixup.none");
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
        persons.card(stands.patient()).map(PatientCard::name).orElse(""),
        back(clinic, thing),
        stands.version(),
        persons.found(clinic, form, stands.patient()),
        !MixUpForm.text(form.q()).isEmpty(),
        stands.came().stream().map(did -> choice(clinic, did)).toList(),
        form);
  }

  /** What came out of a call, by what it is and when it was done. */
  private Choice choice(OrganizationId clinic, Did did) {
    return new Choice(did.thing().words(), done(clinic, did), words(clinic, did.thing()));
  }

  /** What was done and when, and no word of what it was. */
  String done(OrganizationId clinic, Did did) {
    return Sentences.of(
        "mixups.did." + did.thing().what().code() + (did.movable() ? "" : ".changed"),
        Moments.lately(did.at(), days.zone(clinic), days.today(clinic)));
  }

  @Transactional(readOnly = true)
  MovedPage moved(OrganizationId clinic, MixUpId id) {
    var one = lines.get(clinic, id);
    var right = lines.persons(one).right().flatMap(who -> persons.open(clinic, who));
    return new MovedPage(
        "/mixups/" + clinic + "/" + id,
        name(clinic),
        days.zone(clinic),
        right.isEmpty()
            ? Sentences.of("mixups.what." + one.thing().what().code())
            : words(clinic, one.thing()),
        lines.parts(one).stream()
            .map(part -> Sentences.of("mixups.what." + part.thing().what().code()))
            .toList(),
        right.map(PatientCard::name).orElse(""),
        right.map(card -> "/patients/" + clinic + "/" + card.id()).orElse(""),
        When.of(one.done().at(), days.zone(clinic), Scopes.current().zone()),
        one.waits(),
        one.undone().isPresent(),
        right.isPresent() && back.may(one));
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
      case PROMISE, CALL_BACK, EMERGENCY -> "/";
    };
  }

  private static boolean isNamed(Organization one, String slugOrId) {
    return one.slug().equals(slugOrId) || one.id().toString().equals(slugOrId);
  }

  String name(OrganizationId clinic) {
    return organizations.inScope().stream()
        .filter(one -> one.id().equals(clinic))
        .map(Organization::name)
        .findFirst()
        .orElse("");
  }
}
