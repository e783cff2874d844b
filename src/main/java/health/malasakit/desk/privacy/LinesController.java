package health.malasakit.desk.privacy;

import health.malasakit.access.Needs;
import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.audit.AuditLines;
import health.malasakit.audit.Audited;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Patients;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Lines by patient, by person and by day; the address holds ids and dates only. */
@Controller
class LinesController {

  private final ClinicsAt clinics;
  private final AuditLines lines;
  private final LinePages said;
  private final Patients patients;
  private final Audit audit;
  private final Clock clock;

  LinesController(
      ClinicsAt clinics,
      AuditLines lines,
      LinePages said,
      Patients patients,
      Audit audit,
      Clock clock) {
    this.clinics = clinics;
    this.lines = lines;
    this.said = said;
    this.patients = patients;
    this.audit = audit;
    this.clock = clock;
  }

  /** Which lines are asked for; a person and a day exclude each other, the person wins. */
  record Asked(String person, String day, String before) {

    Asked {
      person = person == null ? "" : person;
      day = day == null ? "" : day;
      before = before == null ? "" : before;
    }
  }

  @GetMapping("/audit/{clinic}/lines")
  @Needs(object = "audit_log", verb = Verb.READ)
  @Audited("read audit_log")
  @Transactional
  public ModelAndView lines(@PathVariable String clinic, Asked asked, Locale locale) {
    var here = clinics.named(clinic);
    noted(here);
    if (!asked.person().isEmpty()) {
      var found =
          lines.ofPerson(here.id(), AccountId.of(asked.person()), before(asked, clock.instant()));
      return page(here, "?person=" + asked.person() + "&", found, locale);
    }
    var day = day(asked, here);
    var end = day.plusDays(1).atStartOfDay(here.zone()).toInstant();
    var begin = day.atStartOfDay(here.zone()).toInstant();
    return page(
        here, "?day=" + day + "&", lines.between(here.id(), begin, before(asked, end)), locale);
  }

  @GetMapping("/audit/{clinic}/patients/{patient}")
  @Needs(object = "audit_log", verb = Verb.READ)
  @Audited("read audit_log of a patient")
  @Transactional
  public ModelAndView ofPatient(
      @PathVariable String clinic, @PathVariable PatientId patient, Asked asked, Locale locale) {
    var here = clinics.named(clinic);
    audit.done(Act.onPatients(here.id(), "read", "audit_log", patient.value(), patient));
    var found = lines.ofPatient(here.id(), patient, before(asked, clock.instant()));
    var card = patients.cards(List.of(patient)).get(patient);
    return new ModelAndView(
        "desk/privacy/patientLines",
        "page",
        new PatientLinesPage(
            here,
            patient.toString(),
            card == null ? "" : card.name(),
            card == null ? "" : card.birthDate().map(Moments::dated).orElse(""),
            said.of(here, found.lines(), locale),
            next("?", found)));
  }

  private ModelAndView page(
      ClinicAt clinic, String address, AuditLines.Lines found, Locale locale) {
    return new ModelAndView(
        "desk/privacy/allLines",
        "page",
        new LinesPage(clinic, said.of(clinic, found.lines(), locale), next(address, found)));
  }

  private void noted(ClinicAt clinic) {
    audit.done(Act.on(clinic.id(), "read", "audit_log", clinic.id().value()));
  }

  private static String next(String address, AuditLines.Lines found) {
    return found.next().map(id -> address + "before=" + id).orElse("");
  }

  private static UUID before(Asked asked, Instant end) {
    return asked.before().isEmpty()
        ? AuditLines.endOf(end.plusSeconds(asked.day().isEmpty() ? 60 : 0))
        : Ids.parse(asked.before());
  }

  private LocalDate day(Asked asked, ClinicAt clinic) {
    try {
      return asked.day().isEmpty()
          ? clock.instant().atZone(clinic.zone()).toLocalDate()
          : LocalDate.parse(asked.day());
    } catch (DateTimeParseException e) {
      throw Refused.invalid("day.malformed", "Choose a day, for example 2026-11-24.")
          .onField("day");
    }
  }
}
