package health.malasakit.inquiries.redflags.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.directory.Clinics;
import health.malasakit.directory.TransferList;
import health.malasakit.directory.TransferTargetId;
import health.malasakit.inquiries.redflags.Emergencies;
import health.malasakit.inquiries.redflags.Emergency;
import health.malasakit.inquiries.redflags.Emergency.Dialler;
import health.malasakit.inquiries.redflags.Emergency.Outcome;
import health.malasakit.inquiries.redflags.EmergencyId;
import health.malasakit.inquiries.redflags.EmergencyPatients;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import health.malasakit.workqueue.Drafts;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One emergency; each thing is sent by itself and saved at once. */
@Controller
@RequestMapping("/emergencies/{slug}/{id}")
class EmergencyController {

  private static final String VIEW = "inquiries/redflags/web/emergency";

  private final EmergencyPages pages;
  private final Emergencies emergencies;
  private final EmergencyPatients patients;
  private final EmergencyGate gate;
  private final Clinics clinics;
  private final TransferList transfers;
  private final Drafts drafts;
  private final Receipts receipts;

  EmergencyController(
      EmergencyPages pages,
      Emergencies emergencies,
      EmergencyPatients patients,
      EmergencyGate gate,
      Clinics clinics,
      TransferList transfers,
      Drafts drafts,
      Receipts receipts) {
    this.pages = pages;
    this.emergencies = emergencies;
    this.patients = patients;
    this.gate = gate;
    this.clinics = clinics;
    this.transfers = transfers;
    this.drafts = drafts;
    this.receipts = receipts;
  }

  @GetMapping
  @Needs(object = "red_flags", verb = Verb.READ)
  @Audited("read emergency, when it is another person's")
  ModelAndView show(@PathVariable String slug, @PathVariable EmergencyId id) {
    var clinic = clinics.bySlug(slug);
    gate.check(emergencies.get(clinic.id(), id));
    var one = emergencies.look(clinic.id(), id);
    return new ModelAndView(VIEW, "page", pages.page(clinic, one, Map.of(), Errors.NONE));
  }

  /** A frightened caller says the worse thing second. */
  @PostMapping("/sign")
  @Needs(object = "red_flags", verb = Verb.UPDATE)
  @Audited("changed emergency")
  ModelAndView goOn(
      @PathVariable String slug,
      @PathVariable EmergencyId id,
      @RequestParam Map<String, String> sent) {
    return step(
        slug, id, sent, clinic -> emergencies.goOn(clinic, id, pages.sign(text(sent, "sign"))));
  }

  /** Whom it is about, when more than one may be meant. */
  @PostMapping("/patient")
  @Needs(object = "red_flags", verb = Verb.UPDATE)
  @Audited("changed emergency")
  ModelAndView about(
      @PathVariable String slug,
      @PathVariable EmergencyId id,
      @RequestParam Map<String, String> sent) {
    return step(
        slug, id, sent, clinic -> patients.say(clinic, id, PatientId.of(text(sent, "patient"))));
  }

  @PostMapping("/place")
  @Needs(object = "red_flags", verb = Verb.UPDATE)
  @Audited("changed emergency")
  ModelAndView locate(
      @PathVariable String slug,
      @PathVariable EmergencyId id,
      @RequestParam Map<String, String> sent) {
    return step(
        slug,
        id,
        sent,
        clinic -> {
          emergencies.locate(clinic, id, text(sent, "place"), text(sent, "callback"));
          drafts.discard("emergency:place-" + id);
        });
  }

  @PostMapping("/dialling")
  @Needs(object = "red_flags", verb = Verb.UPDATE)
  @Audited("changed emergency")
  ModelAndView dial(
      @PathVariable String slug,
      @PathVariable EmergencyId id,
      @RequestParam Map<String, String> sent) {
    return step(
        slug, id, sent, clinic -> emergencies.dials(clinic, id, Dialler.of(text(sent, "who"))));
  }

  @PostMapping("/transfer")
  @Needs(object = "red_flags", verb = Verb.UPDATE)
  @Audited("changed emergency")
  ModelAndView handOver(
      @PathVariable String slug,
      @PathVariable EmergencyId id,
      @RequestParam Map<String, String> sent) {
    return step(
        slug,
        id,
        sent,
        clinic -> {
          var target = transfers.get(TransferTargetId.of(text(sent, "target")));
          emergencies.handTo(clinic, id, target);
        });
  }

  /** She hears the clinician speak with the caller. */
  @PostMapping("/takeover")
  @Needs(object = "red_flags", verb = Verb.UPDATE)
  @Audited("changed emergency")
  ModelAndView taken(
      @PathVariable String slug,
      @PathVariable EmergencyId id,
      @RequestParam Map<String, String> sent) {
    return step(
        slug,
        id,
        sent,
        clinic -> {
          emergencies.takenBy(clinic, id, text(sent, "takenBy"));
          drafts.discard("emergency:taken-" + id);
        });
  }

  @PostMapping("/note")
  @Needs(object = "red_flags", verb = Verb.UPDATE)
  @Audited("changed emergency")
  ModelAndView note(
      @PathVariable String slug,
      @PathVariable EmergencyId id,
      @RequestParam Map<String, String> sent) {
    return step(
        slug,
        id,
        sent,
        clinic -> {
          emergencies.note(clinic, id, text(sent, "note"));
          drafts.discard("emergency:note-" + id);
        });
  }

  @PostMapping("/closing")
  @Needs(object = "red_flags", verb = Verb.UPDATE)
  @Audited("closed emergency")
  ModelAndView close(
      @PathVariable String slug,
      @PathVariable EmergencyId id,
      @RequestParam Map<String, String> sent) {
    return step(
        slug,
        id,
        sent,
        clinic ->
            receipts.once(
                text(sent, "requestId"),
                () -> {
                  emergencies.close(clinic, id, Outcome.of(text(sent, "outcome")));
                  return "/emergencies/" + slug + "/" + id;
                }));
  }

  /** One thing given at one clinic. */
  private interface Giving {
    void at(OrganizationId clinic);
  }

  /** Gives it and shows the page anew; a "no" about a field keeps what was typed. */
  private ModelAndView step(String slug, EmergencyId id, Map<String, String> sent, Giving giving) {
    var clinic = clinics.bySlug(slug);
    gate.check(emergencies.get(clinic.id(), id));
    try {
      giving.at(clinic.id());
      return new ModelAndView("redirect:" + after(slug, emergencies.get(clinic.id(), id)));
    } catch (Refused no) {
      var field = no.field().orElseThrow(() -> no);
      var errors = Errors.NONE.and(field, no.sentence());
      var page = pages.page(clinic, emergencies.look(clinic.id(), id), sent, errors);
      return new ModelAndView(VIEW, Map.of("page", page), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  /** What she closed is another caller's again, and waits until her own call is over. */
  private String after(String slug, Emergency one) {
    return one.closed()
        .filter(end -> gate.closes(one))
        .map(end -> "/red-flags?another=yes&closed=" + end.outcome().code())
        .orElse("/emergencies/" + slug + "/" + one.id());
  }

  private static String text(Map<String, String> sent, String name) {
    return sent.getOrDefault(name, "");
  }
}
