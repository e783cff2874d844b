package health.malasakit.advocacy.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.advocacy.Complaint;
import health.malasakit.advocacy.ComplaintId;
import health.malasakit.advocacy.Complaints;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.ui.Errors;
import health.malasakit.workqueue.Drafts;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Recording a complaint, and the list of those she may see. */
@Controller
@RequestMapping("/complaints")
class ComplaintsController {

  private static final String FORM = "advocacy/web/newComplaint";

  private final ComplaintsPages pages;
  private final ComplaintForms forms;
  private final Complaints complaints;
  private final ClinicDays days;
  private final Receipts receipts;
  private final Drafts drafts;

  ComplaintsController(
      ComplaintsPages pages,
      ComplaintForms forms,
      Complaints complaints,
      ClinicDays days,
      Receipts receipts,
      Drafts drafts) {
    this.pages = pages;
    this.forms = forms;
    this.complaints = complaints;
    this.days = days;
    this.receipts = receipts;
    this.drafts = drafts;
  }

  @GetMapping
  @Needs(object = "complaints", verb = Verb.CREATE)
  @NotAudited(why = "shows kinds, clinics and numbers, no patient and no word")
  ModelAndView list(@RequestParam(defaultValue = "open") String state) {
    return new ModelAndView("advocacy/web/complaints", "page", pages.list(state(state)));
  }

  /** What floats over every page of who sees to complaints, while one calls for somebody. */
  @GetMapping("/alarm")
  @Needs(object = "complaints", verb = Verb.CREATE)
  @NotAudited(why = "shows a clinic and no patient")
  ModelAndView alarm() {
    return new ModelAndView("advocacy/web/alarm", "page", pages.alarm());
  }

  @GetMapping("/new")
  @Needs(object = "complaints", verb = Verb.CREATE)
  @NotAudited(why = "an empty form; at most the name of the patient from whose page she comes")
  ModelAndView blank(
      @RequestParam(defaultValue = "") String clinic,
      @RequestParam(defaultValue = "") String call,
      @RequestParam(defaultValue = "") String patient,
      @RequestParam(defaultValue = "") String about) {
    return new ModelAndView(
        FORM, "page", forms.page(ComplaintForm.blank(clinic, call, patient, about)));
  }

  @PostMapping
  @Needs(object = "complaints", verb = Verb.CREATE)
  @Audited("recorded complaint")
  ModelAndView record(@RequestParam String requestId, ComplaintForm form) {
    var clinic = forms.clinicOf(form);
    try {
      var place =
          receipts.once(
              requestId,
              () -> {
                var told = form.told(forms.patientOf(clinic, form), days.today(clinic));
                var id = complaints.record(clinic, told);
                drafts.discard(ComplaintForms.draft(form));
                return ComplaintsPages.href(clinic, id) + "/receipt" + back(form);
              });
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      var field = no.field().orElseThrow(() -> no);
      var model = Map.of("page", forms.page(form), "errors", Errors.NONE.and(field, no.sentence()));
      return new ModelAndView(FORM, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  /** The number to tell whoever complained. */
  @GetMapping("/{organization}/{id}/receipt")
  @Needs(object = "complaints", verb = Verb.CREATE)
  @NotAudited(why = "a number of hers, no word of what it is about")
  ModelAndView receipt(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable ComplaintId id,
      @RequestParam(defaultValue = "") String call) {
    var back = call.isEmpty() ? "" : "/calls/" + clinic + "/" + call;
    return new ModelAndView("advocacy/web/receipt", "page", pages.receipt(clinic, id, back));
  }

  private static String back(ComplaintForm form) {
    return form.callId().map(id -> "?call=" + id).orElse("");
  }

  private static Complaint.State state(String code) {
    try {
      return Complaint.State.valueOf(code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException none) {
      return Complaint.State.OPEN;
    }
  }
}
