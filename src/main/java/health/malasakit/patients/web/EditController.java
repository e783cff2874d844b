package health.malasakit.patients.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Correction;
import health.malasakit.patients.Edited;
import health.malasakit.patients.FactChange;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.ZoneByZip;
import health.malasakit.patients.person.ContactUse;
import health.malasakit.patients.person.Facts;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.ui.Errors;
import health.malasakit.workqueue.Drafts;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Corrects a patient's facts; who comes second is shown what the first changed. */
@Controller
class EditController {

  private final Patients patients;
  private final PatientPaths paths;
  private final ClinicDays days;
  private final Receipts receipts;
  private final Accounts accounts;
  private final Drafts drafts;
  private final ZoneByZip zones;

  EditController(
      Patients patients,
      PatientPaths paths,
      ClinicDays days,
      Receipts receipts,
      Accounts accounts,
      Drafts drafts,
      ZoneByZip zones) {
    this.patients = patients;
    this.paths = paths;
    this.days = days;
    this.receipts = receipts;
    this.accounts = accounts;
    this.drafts = drafts;
    this.zones = zones;
  }

  @GetMapping("/patients/{slug}/{id}/edit")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("opened patient")
  ModelAndView form(@PathVariable String slug, @PathVariable String id) {
    Patient patient = paths.open(slug, id);
    return page(shown(patient, EditPage.filled(patient.facts()), Errors.NONE), HttpStatus.OK);
  }

  @PostMapping("/patients/{slug}/{id}/edit")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("changed patient, with the names of the fields")
  Object save(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> fields) {
    Patient known = paths.open(slug, id);
    var form = new PersonForm(fields);
    LocalDate today = days.today(known.organization());
    Errors errors = form.errors(today);
    if (errors.any()) {
      return page(shown(known, form, errors, version), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    PersonFacts facts = form.over(known.facts(), today);
    var wanted = new Correction(version, facts, PartFields.touched(form, known.facts()));
    try {
      String place = receipts.once(form.of("requestId"), () -> corrected(known, wanted));
      return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(place)).build();
    } catch (Refused no) {
      if ("contact-during-call".equals(no.code())) {
        var why = Errors.NONE.and(ContactUse.MOBILE.code(), no.sentence());
        return page(shown(known, form, why, version), HttpStatus.FORBIDDEN);
      }
      if (!"patient.changed_meanwhile".equals(no.code())) {
        throw no;
      }
      if (patients.correct(known.organization(), known.id(), wanted)
          instanceof Edited.ChangedMeanwhile meanwhile) {
        drafts.discard("patient-edit:" + known.id());
        return page(second(meanwhile), HttpStatus.CONFLICT);
      }
      throw no;
    }
  }

  @GetMapping("/patients/{slug}/{id}/history")
  @Needs(object = "patients", verb = Verb.READ)
  @Audited("opened patient")
  ModelAndView history(@PathVariable String slug, @PathVariable String id) {
    Patient patient = paths.open(slug, id);
    List<EditPage.Change> changes =
        changes(
            patients.history(patient.organization(), patient.id()).stream()
                .filter(each -> patient.safeContact().isEmpty() || !Facts.isContact(each.field()))
                .toList(),
            Set.of(),
            patient.facts());
    var page =
        new HistoryPage(
            patient.facts().mainName().shown(),
            paths.of(patient.organization(), patient.id()),
            changes,
            days.zone(patient.organization()));
    return new ModelAndView("patients/web/history", "page", page);
  }

  private String corrected(Patient known, Correction wanted) {
    return switch (patients.correct(known.organization(), known.id(), wanted)) {
      case Edited.Saved saved -> {
        drafts.discard("patient-edit:" + known.id());
        yield paths.of(known.organization(), known.id());
      }
      case Edited.ChangedMeanwhile meanwhile ->
          throw Refused.conflict("patient.changed_meanwhile/edit");
    };
  }

  private EditPage second(Edited.ChangedMeanwhile meanwhile) {
    Patient now = meanwhile.now();
    return new EditPage(
        now,
        paths.of(now.organization(), now.id()),
        EditPage.filled(meanwhile.merged(), now.facts()),
        now.version(),
        Errors.NONE,
        changes(meanwhile.since(), meanwhile.contested(), now.facts()),
        meanwhile.contested(),
        "",
        Optional.empty());
  }

  private EditPage shown(Patient patient, PersonForm form, Errors errors) {
    return shown(patient, form, errors, patient.version());
  }

  private EditPage shown(Patient patient, PersonForm form, Errors errors, int version) {
    return new EditPage(
        patient,
        paths.of(patient.organization(), patient.id()),
        form,
        version,
        errors,
        List.of(),
        Set.of(),
        form.echo(days.today(patient.organization())),
        zones.proposed(form.of("zip")));
  }

  private List<EditPage.Change> changes(
      List<FactChange> changes, Set<String> contested, PersonFacts now) {
    return changes.stream()
        .map(change -> {
          boolean both = contested.contains(change.field());
          return new EditPage.Change(
              change,
              change.by().map(accounts::nameOf).orElse(change.source()),
              both,
              both ? PartFields.inWords(change.field(), now) : "");
        })
        .toList();
  }

  private static ModelAndView page(EditPage page, HttpStatus status) {
    var view = new ModelAndView("patients/web/edit", status);
    view.addObject("page", page);
    return view;
  }
}
