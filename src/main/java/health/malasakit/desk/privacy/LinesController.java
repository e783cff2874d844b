package health.malasakit.desk.privacy;

import static java.util.stream.Collectors.toSet;

import health.malasakit.access.Needs;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.audit.AuditLines;
import health.malasakit.audit.Audited;
import health.malasakit.audit.Line;
import health.malasakit.desk.ClinicAt;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Patients;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Lines by patient, by person and by day; the address holds ids and dates only. */
@Controller
class LinesController {

  private final PrivacyClinics clinics;
  private final AuditLines lines;
  private final LinePages said;
  private final Patients patients;
  private final Audit audit;
  private final AskedLines asking;
  private final HandedOver handedOver;

  LinesController(
      PrivacyClinics clinics,
      AuditLines lines,
      LinePages said,
      Patients patients,
      Audit audit,
      AskedLines asking,
      HandedOver handedOver) {
    this.clinics = clinics;
    this.lines = lines;
    this.said = said;
    this.patients = patients;
    this.audit = audit;
    this.asking = asking;
    this.handedOver = handedOver;
  }

  @GetMapping("/audit/{clinic}/lines")
  @Needs(object = "audit_log", verb = Verb.READ)
  @Audited("read audit_log")
  @Transactional
  public ModelAndView lines(@PathVariable String clinic, AskedLines.Asked asked, Locale locale) {
    var here = clinics.named(clinic);
    noted(here);
    var found = asking.of(here, asked);
    audit.listed(
        here.id(),
        "audit",
        found.lines().stream().flatMap(line -> line.patient().stream()).collect(toSet()));
    return page(here, asking.query(here, asked), found, locale);
  }

  @GetMapping("/audit/{clinic}/patients/{patient}")
  @Needs(object = "audit_log", verb = Verb.READ)
  @Audited("read audit_log of a patient")
  @Transactional
  public ModelAndView ofPatient(
      @PathVariable String clinic,
      @PathVariable PatientId patient,
      AskedLines.Asked asked,
      Locale locale) {
    var here = clinics.named(clinic);
    audit.done(Act.onPatient(here.id(), "read", patient).of("audit_log", patient.value()));
    var whole = !asked.whole().isEmpty();
    var most = whole ? AuditLines.WHOLE : AuditLines.PAGE;
    var found = lines.ofPatient(here.id(), patient, asking.before(asked), most);
    var all = found.next().isEmpty() && asked.before().isEmpty();
    var card = patients.cards(List.of(patient)).get(patient);
    var minors = handedOver.isMinors(here, card);
    var leaves = minors ? handedOver.ofMinor(here, patient) : (Predicate<Line>) line -> true;
    var shown = whole ? found.lines().stream().filter(leaves).toList() : found.lines();
    return new ModelAndView(
        "desk/privacy/patientLines",
        "page",
        new PatientLinesPage(
            here,
            patient.toString(),
            card == null ? "" : card.name(),
            card == null ? "" : card.birthDate().map(Moments::dated).orElse(""),
            minors,
            lines(here, shown, leaves, locale),
            new PatientLinesPage.Part(
                next(whole ? "?whole=yes&" : "?", found),
                whole || (all && shown.stream().allMatch(leaves)),
                !asked.before().isEmpty(),
                shown.size())));
  }

  private List<PatientLinesPage.Shown> lines(
      ClinicAt clinic, List<Line> lines, Predicate<Line> leaves, Locale locale) {
    var pages = said.of(clinic, lines, locale);
    return IntStream.range(0, lines.size())
        .mapToObj(n -> new PatientLinesPage.Shown(pages.get(n), leaves.test(lines.get(n))))
        .toList();
  }

  private ModelAndView page(
      ClinicAt clinic, String address, AuditLines.Lines found, Locale locale) {
    return new ModelAndView(
        "desk/privacy/allLines",
        "page",
        new LinesPage(
            clinic,
            said.of(clinic, found.lines(), locale),
            next(address, found),
            "/audit/" + clinic.slug() + "/lines.csv" + address));
  }

  private void noted(ClinicAt clinic) {
    audit.done(Act.on(clinic.id(), "read", "audit_log", clinic.id().value()));
  }

  private static String next(String address, AuditLines.Lines found) {
    return found.next().map(id -> address + "before=" + id).orElse("");
  }
}
