package health.malasakit.desk.numbers;

import health.malasakit.access.Colleagues;
import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.Verb;
import health.malasakit.messaging.texts.NumberStops;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
import health.malasakit.ui.Errors;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** To which numbers of a patient no text goes, and how one is opened again. */
@Controller
@RequestMapping("/patients/{clinic}/{patient}/numbers")
class ClosedNumbersController {

  private static final String VIEW = "desk/numbers/numbers";

  private final ClinicsAt clinics;
  private final Patients patients;
  private final ClosedNumbers numbers;
  private final Colleagues colleagues;
  private final Receipts receipts;

  ClosedNumbersController(
      ClinicsAt clinics,
      Patients patients,
      ClosedNumbers numbers,
      Colleagues colleagues,
      Receipts receipts) {
    this.clinics = clinics;
    this.patients = patients;
    this.numbers = numbers;
    this.colleagues = colleagues;
    this.receipts = receipts;
  }

  @GetMapping
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("opened patient")
  ModelAndView show(@PathVariable String clinic, @PathVariable String patient) {
    var at = clinics.named(clinic);
    var her = patients.open(at.id(), Patients.named(patient));
    return new ModelAndView(VIEW, "page", page(at, her, NumbersPage.NOTHING, Errors.NONE));
  }

  /** Because she asked for it, with her words. */
  @PostMapping("/opening")
  @Needs(object = "patients", verb = Verb.UPDATE)
  @Audited("changed patient: number-opened, consent")
  ModelAndView open(
      @PathVariable String clinic,
      @PathVariable String patient,
      @RequestParam Map<String, String> form) {
    var at = clinics.named(clinic);
    var her = patients.open(at.id(), Patients.named(patient));
    var asked =
        new ClosedNumbers.Asked(
            form.getOrDefault("number", ""),
            form.getOrDefault("heard", ""),
            form.getOrDefault("words", ""),
            form.getOrDefault("on", ""));
    try {
      return new ModelAndView(
          "redirect:"
              + receipts.once(
                  form.getOrDefault("requestId", ""),
                  () -> {
                    numbers.open(at, her, asked);
                    return base(at, her) + "/numbers";
                  }));
    } catch (Refused no) {
      var field = no.field().orElseThrow(() -> no);
      var model = Map.of("page", page(at, her, asked, Errors.NONE.and(field, no.sentence())));
      return new ModelAndView(VIEW, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private NumbersPage page(
      ClinicAt clinic, Patient patient, ClosedNumbers.Asked typed, Errors errors) {
    var known = numbers.known(patient);
    var names =
        colleagues.names(
            known.stream()
                .flatMap(one -> one.lines().stream())
                .flatMap(line -> line.by().stream())
                .distinct()
                .toList());
    return new NumbersPage(
        clinic.slug(),
        clinic.zone(),
        name(patient),
        clinic.name(),
        base(clinic, patient),
        known.stream().map(one -> line(clinic, one, names)).toList(),
        typed,
        errors);
  }

  private String name(Patient patient) {
    var card = patients.cards(List.of(patient.id())).get(patient.id());
    return card == null ? "" : card.name();
  }

  private static NumbersPage.Line line(
      ClinicAt clinic, ClosedNumbers.Closed one, Map<AccountId, String> names) {
    return new NumbersPage.Line(
        one.number().digits(),
        one.number().shown(),
        one.lines().getFirst().closed(),
        one.lines().stream().map(line -> said(clinic, line, names)).toList());
  }

  private static NumbersPage.Said said(
      ClinicAt clinic, NumberStops.Line line, Map<AccountId, String> names) {
    var ground = line.ground();
    return new NumbersPage.Said(
        (line.closed() ? "closed." : "opened.") + line.source().code(),
        Moments.at(line.at(), clinic.zone()),
        line.by().map(who -> names.getOrDefault(who, "")).orElse(""),
        ground
            .on()
            .map(day ->
                Sentences.of("reminders.numbers.ground." + ground.heard(), Moments.dated(day)))
            .orElse(""),
        ground.words());
  }

  private static String base(ClinicAt clinic, Patient patient) {
    return "/patients/" + clinic.slug() + "/" + patient.id();
  }
}
