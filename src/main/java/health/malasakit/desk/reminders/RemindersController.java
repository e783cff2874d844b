package health.malasakit.desk.reminders;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.messaging.ledger.EntryId;
import health.malasakit.messaging.ledger.Ledger;
import health.malasakit.patients.Patients;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Messages to patients about their visits: what is wrong, what goes next, what went. */
@Controller
class RemindersController {

  private static final String LIST = "/reminders";
  private static final Set<String> HOW = Set.of("told", "letter", "not_needed");

  private final ReminderPages pages;
  private final Ledger ledger;
  private final ClinicsAt clinics;

  RemindersController(ReminderPages pages, Ledger ledger, ClinicsAt clinics) {
    this.pages = pages;
    this.ledger = ledger;
    this.clinics = clinics;
  }

  @GetMapping(LIST)
  @Needs(object = "reminders", verb = Verb.READ)
  @Audited("listed view: the patients of the messages, when they are shown to her first")
  ModelAndView list(@RequestParam(defaultValue = "") String clinic) {
    return new ModelAndView("desk/reminders/reminders", "page", pages.list(clinic));
  }

  @GetMapping("/patients/{clinic}/{patient}/reminders")
  @Needs(object = "reminders", verb = Verb.READ)
  @Audited("listed view: what the patient was told, when she is shown first")
  ModelAndView told(@PathVariable String clinic, @PathVariable String patient) {
    return new ModelAndView(
        "desk/reminders/told", "page", pages.told(clinics.named(clinic), Patients.named(patient)));
  }

  @PostMapping(LIST + "/{id}/sending")
  @Needs(object = "reminders", verb = Verb.UPDATE)
  @Audited("sent-again message")
  String again(@PathVariable UUID id) {
    ledger.again(may(id));
    return "redirect:" + LIST;
  }

  @PostMapping(LIST + "/{id}/settlement")
  @Needs(object = "reminders", verb = Verb.UPDATE)
  @Audited("settled message")
  String settle(@PathVariable UUID id, @RequestParam(defaultValue = "") String how) {
    var message = may(id);
    if (!HOW.contains(how)) {
      throw Refused.invalid("message.how");
    }
    ledger.settle(message, how);
    return "redirect:" + LIST;
  }

  /** What she may not change is not there for her. */
  private EntryId may(UUID id) {
    var one = ledger.get(new EntryId(id));
    if (!Scopes.current().may(one.organization(), "reminders", Verb.UPDATE)) {
      throw Refused.notFound("message.unknown");
    }
    return one.id();
  }
}
