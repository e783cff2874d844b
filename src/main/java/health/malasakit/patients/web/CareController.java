package health.malasakit.patients.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.FactChange;
import health.malasakit.patients.OwnChannels;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Turns;
import health.malasakit.patients.person.Facts;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.ui.Errors;
import java.net.URI;
import java.util.List;
import java.util.Optional;
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
  private final ConsentActs consents;
  private final Turns turns;
  private final Accounts accounts;
  private final PatientPaths paths;
  private final Receipts receipts;

  CareController(
      Representatives representatives,
      OwnChannels ownChannels,
      CareActs acts,
      ConsentActs consents,
      Turns turns,
      Accounts accounts,
      PatientPaths paths,
      Receipts receipts) {
    this.representatives = representatives;
    this.ownChannels = ownChannels;
    this.acts = acts;
    this.consents = consents;
    this.turns = turns;
    this.accounts = accounts;
    this.paths = paths;
    this.receipts = receipts;
  }

  @GetMapping("/patients/{slug}/{id}/care")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("opened patient")
  ModelAndView show(@PathVariable String slug, @PathVariable String id) {
    Patient patient = paths.open(slug, id);
    var empty = new PersonForm(new LinkedMultiValueMap<>());
    var nothing = new Sent("", empty, 0, (who, form) -> {});
    return page(patient, nothing, Errors.NONE, Optional.empty());
  }

  @PostMapping("/patients/{slug}/{id}/representatives")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("created representative")
  Object represent(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> fields) {
    return done(slug, id, sent("representative", fields, version, acts::represent));
  }

  @PostMapping("/patients/{slug}/{id}/representatives/end")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("ended representative")
  Object end(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> fields) {
    return done(slug, id, sent("", fields, version, acts::end));
  }

  @PostMapping("/patients/{slug}/{id}/court-orders")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("created court_order")
  Object order(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> fields) {
    return done(slug, id, sent("order", fields, version, acts::order));
  }

  @PostMapping("/patients/{slug}/{id}/safe-contact")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("changed patient: safe_contact")
  Object safeContact(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> fields) {
    return done(slug, id, sent("safe", fields, version, acts::safeContact));
  }

  @PostMapping("/patients/{slug}/{id}/own-channels")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("changed patient: own_channel")
  Object ownChannels(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> fields) {
    return done(slug, id, sent("own", fields, version, acts::ownChannels));
  }

  @PostMapping("/patients/{slug}/{id}/death")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("changed patient: deceased")
  Object death(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> fields) {
    return done(slug, id, sent("death", fields, version, acts::death));
  }

  @PostMapping("/patients/{slug}/{id}/consents")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("changed patient: consent")
  Object consent(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> fields) {
    return done(slug, id, new Sent("consent", new PersonForm(fields), 0, consents::record));
  }

  /**
   * One of the forms of the page, as sent.
   *
   * @param seen the version on the form; 0 on one that overwrites nothing
   */
  private record Sent(String name, PersonForm form, int seen, Act act) {}

  /** What a form does. */
  interface Act {
    void on(Patient patient, PersonForm form);
  }

  /** A form that does its act while what stands is still what was seen. */
  private Sent sent(String name, MultiValueMap<String, String> fields, int seen, Act act) {
    Act inTurn =
        (patient, form) -> {
          turns.take(patient.organization(), patient.id(), seen);
          act.on(patient, form);
        };
    return new Sent(name, new PersonForm(fields), seen, inTurn);
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
      if (no.kind() == Refused.Kind.NOT_FOUND) {
        throw no;
      }
      ModelAndView again = again(paths.now(patient), sent, no);
      again.setStatus(HttpStatus.valueOf(no.kind().status()));
      return again;
    }
  }

  private ModelAndView again(Patient now, Sent sent, Refused no) {
    if ("patient.changed_meanwhile".equals(no.code())) {
      var changes =
          turns.since(now, sent.seen()).stream()
              .filter(each -> now.safeContact().isEmpty() || !Facts.isContact(each.field()))
              .map(this::change)
              .toList();
      return page(now, sent, Errors.NONE, Optional.of(changes));
    }
    var errors = Errors.NONE.and(no.field().orElse("requestId"), no.sentence());
    return page(now, sent, errors, Optional.empty());
  }

  private EditPage.Change change(FactChange change) {
    var by = change.by().map(accounts::nameOf).orElse(change.source());
    return new EditPage.Change(change, by, false, "");
  }

  private ModelAndView page(
      Patient patient, Sent sent, Errors errors, Optional<List<EditPage.Change>> meanwhile) {
    var page =
        new CarePage(
            patient,
            paths.of(patient.organization(), patient.id()),
            representatives.speakingFor(patient.organization(), patient.id()),
            representatives.orders(patient.organization(), patient.id()),
            ownChannels.of(patient.organization(), patient.id()),
            consents.said(patient),
            sent.form(),
            errors,
            sent.name(),
            meanwhile);
    return new ModelAndView("patients/web/care", "page", page);
  }
}
