package health.malasakit.desk.web;

import health.malasakit.access.Needs;
import health.malasakit.access.records.CallerGate;
import health.malasakit.audit.Audited;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.speaking.Representatives;
import health.malasakit.patients.speaking.Speaker;
import health.malasakit.patients.speaking.Speaking;
import health.malasakit.scheduling.ConfidentialVisits;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What a mother, a guardian, a friend on the line may be told of a patient's visits. */
@Controller
class HearingController {

  private final ClinicsAt clinics;
  private final Patients patients;
  private final Representatives representatives;
  private final ConfidentialVisits confidential;
  private final PatientVisits visits;
  private final Clock clock;

  HearingController(
      ClinicsAt clinics,
      Patients patients,
      Representatives representatives,
      ConfidentialVisits confidential,
      PatientVisits visits,
      Clock clock) {
    this.clinics = clinics;
    this.patients = patients;
    this.representatives = representatives;
    this.confidential = confidential;
    this.visits = visits;
    this.clock = clock;
  }

  @GetMapping("/patients/{clinic}/{patient}/hearing/{representative}")
  @Needs(object = "appointments", verb = Verb.READ)
  @Audited("opened patient")
  @Transactional
  ModelAndView show(
      @PathVariable String clinic,
      @PathVariable String patient,
      @PathVariable String representative) {
    var at = clinics.named(clinic);
    var opened = patients.open(at.id(), Patients.named(patient), CallerGate.Depth.HEARING);
    return new ModelAndView(
        "desk/web/hearing", "page", page(at, opened, speaker(opened, Ids.parse(representative))));
  }

  private Speaker speaker(Patient patient, UUID representative) {
    return representatives.speakingFor(patient.organization(), patient.id()).stream()
        .filter(one -> one.representative().id().equals(representative))
        .findFirst()
        .orElseThrow(() -> Refused.notFound("representative.not_found"));
  }

  private HearingPage page(ClinicAt at, Patient patient, Speaker speaker) {
    var one = speaker.representative();
    var heard = confidential.heardBy(at.id(), patient.id(), one.id());
    return new HearingPage(
        at.slug(),
        "/patients/" + at.slug() + "/" + patient.id(),
        patient.facts().mainName().shown(),
        one.name(),
        one.relationship(),
        speaker.may().stream().sorted().map(Speaking::code).toList(),
        speaker.why().name().toLowerCase(Locale.ROOT),
        Moments.dated(clock.instant(), at.zone()),
        visits.shown(heard, patient.facts().zone()));
  }
}
