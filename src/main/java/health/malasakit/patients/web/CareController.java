package health.malasakit.patients.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.OwnChannels;
import health.malasakit.patients.Patient;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.ui.Errors;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who speaks for a patient, how she may be reached, and the news of a death. */
@Controller
class CareController {

  private final Representatives representatives;
  private final OwnChannels ownChannels;
  private final CareActs acts;
  private final PatientPaths paths;
  private final Receipts receipts;

  CareController(
      Representatives representatives,
      OwnChannels ownChannels,
      CareActs acts,
      PatientPaths paths,
      Receipts receipts) {
    this.representatives = representatives;
    this.ownChannels = ownChannels;
    this.acts = acts;
    this.paths = paths;
    this.receipts = receipts;
  }

  @GetMapping("/patients/{slug}/{id}/care")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("opened patient")
  ModelAndView show(@PathVariable String slug, @PathVariable String id) {
    Patient patient = paths.open(slug, id);
    return page(patient, new PersonForm(new LinkedMultiValueMap<>()), Errors.NONE, "");
  }

  @PostMapping("/patients/{slug}/{id}/representatives")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("created representative")
  Object represent(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> fields) {
    return done(slug, id, new Sent("representative", new PersonForm(fields), acts::represent));
  }

  @PostMapping("/patients/{slug}/{id}/representatives/{representative}/end")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("ended representative")
  Object end(
      @PathVariable String slug,
      @PathVariable String id,
      @PathVariable String representative,
      @RequestParam MultiValueMap<String, String> fields) {
    return done(
        slug,
        id,
        new Sent(
            "",
            new PersonForm(fields),
            (patient, form) ->
                representatives.end(
                    patient.organization(), patient.id(), Ids.parse(representative))));
  }

  @PostMapping("/patients/{slug}/{id}/court-orders")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("created court_order")
  Object order(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> fields) {
    return done(slug, id, new Sent("order", new PersonForm(fields), acts::order));
  }

  @PostMapping("/patients/{slug}/{id}/safe-contact")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("changed patient: safe_contact")
  Object safeContact(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> fields) {
    return done(slug, id, new Sent("safe", new PersonForm(fields), acts::safeContact));
  }

  @PostMapping("/patients/{slug}/{id}/own-channels")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("changed patient: own_channel")
  Object ownChannels(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> fields) {
    return done(slug, id, new Sent("own", new PersonForm(fields), acts::ownChannels));
  }

  @PostMapping("/patients/{slug}/{id}/death")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("changed patient: deceased")
  Object death(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> fields) {
    return done(slug, id, new Sent("death", new PersonForm(fields), acts::death));
  }

  /** One of the forms of the page, as sent. */
  private record Sent(String name, PersonForm form, Act act) {}

  /** What a form does. */
  interface Act {
    void on(Patient patient, PersonForm form);
  }

  private Object done(String slug, String id, Sent sent) {
    Patient patient = paths.open(slug, id);
    String here = paths.of(patient.organization(), patient.id()) + "/care";
    try {
      String place =
          receipts.once(
              sent.form().of("requestId"),
              () -> {
                sent.act().on(patient, sent.form());
                return here;
              });
      return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(place)).build();
    } catch (Refused no) {
      Errors errors = Errors.NONE.and(no.field().orElse("requestId"), no.sentence());
      ModelAndView again = page(patient, sent.form(), errors, sent.name());
      again.setStatus(HttpStatus.valueOf(no.kind().status()));
      return again;
    }
  }

  private ModelAndView page(Patient patient, PersonForm form, Errors errors, String open) {
    var page =
        new CarePage(
            patient,
            paths.of(patient.organization(), patient.id()),
            representatives.speakingFor(patient.organization(), patient.id()),
            representatives.orders(patient.organization(), patient.id()),
            ownChannels.of(patient.organization(), patient.id()),
            form,
            errors,
            open);
    return new ModelAndView("patients/web/care", "page", page);
  }
}
