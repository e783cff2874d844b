package health.malasakit.inquiries.mixups.web;

import health.malasakit.inquiries.mixups.Did;
import health.malasakit.inquiries.mixups.KeptApart;
import health.malasakit.inquiries.mixups.MixUpId;
import health.malasakit.inquiries.mixups.WrongInCalls;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.ui.Choice;
import health.malasakit.workqueue.Drafts;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the page of what was done in a call for the wrong person. */
@Component
class WrongInCallPages {

  private final WrongInCalls wrong;
  private final MixUpPages pages;
  private final RightPersons persons;
  private final ClinicDays days;
  private final Drafts drafts;

  WrongInCallPages(
      WrongInCalls wrong, MixUpPages pages, RightPersons persons, ClinicDays days, Drafts drafts) {
    this.wrong = wrong;
    this.pages = pages;
    this.persons = persons;
    this.days = days;
    this.drafts = drafts;
  }

  @Transactional(readOnly = true)
  WrongInCallPage page(OrganizationId clinic, MixUpId id, MixUpForm form) {
    var stands = wrong.stands(clinic, id);
    return new WrongInCallPage(
        "/mixups/" + clinic + "/" + id + "/call",
        "/calls/" + clinic + "/" + stands.call().id(),
        pages.name(clinic),
        days.zone(clinic),
        hour(clinic, stands.one().done().at()),
        stands.did().stream()
            .filter(Did::movable)
            .map(did -> Choice.of(did.thing().words(), pages.done(clinic, did)))
            .toList(),
        stands.apart().stream()
            .map(kept -> Choice.of(kept.id().toString(), words(clinic, kept)))
            .toList(),
        stands.unseen(),
        stands.did().stream()
            .filter(did -> !did.movable())
            .map(did -> pages.done(clinic, did))
            .toList(),
        stands.right().flatMap(who -> persons.open(clinic, who)).map(PatientCard::name).orElse(""),
        drafts.find("call:" + stands.call().id()).isPresent(),
        stands.settled(),
        form);
  }

  private String words(OrganizationId clinic, KeptApart.Kept kept) {
    return Sentences.of(kept.words(), hour(clinic, kept.at()));
  }

  private String hour(OrganizationId clinic, Instant at) {
    return Moments.lately(at, days.zone(clinic), days.today(clinic));
  }

  /** Address of the call, which goes on. */
  @Transactional(readOnly = true)
  String call(OrganizationId clinic, MixUpId id) {
    return "/calls/" + clinic + "/" + wrong.stands(clinic, id).call().id();
  }
}
