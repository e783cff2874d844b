package health.malasakit.desk.web;

import health.malasakit.access.Needs;
import health.malasakit.access.records.CallerGate;
import health.malasakit.audit.Audited;
import health.malasakit.desk.ClinicAt;
import health.malasakit.desk.ClinicsAt;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What a payer on the line may be told of a patient. Bills stand here once there are any. */
@Controller
class PaymentController {

  private final ClinicsAt clinics;
  private final Patients patients;
  private final PatientCover cover;
  private final Clock clock;

  PaymentController(ClinicsAt clinics, Patients patients, PatientCover cover, Clock clock) {
    this.clinics = clinics;
    this.patients = patients;
    this.cover = cover;
    this.clock = clock;
  }

  @GetMapping("/patients/{clinic}/{patient}/payment")
  @Needs(object = "coverage", verb = Verb.READ)
  @Audited("opened patient")
  @Transactional
  ModelAndView show(@PathVariable String clinic, @PathVariable String patient) {
    var at = clinics.named(clinic);
    var opened = patients.open(at.id(), Patients.named(patient), CallerGate.Depth.PAYMENT);
    return new ModelAndView("desk/web/payment", "page", page(at, opened));
  }

  private PaymentPage page(ClinicAt at, Patient patient) {
    return new PaymentPage(
        at.slug(),
        patient.facts().mainName().shown(),
        patient.facts().birthDate().map(Moments::dated).orElse(""),
        Moments.dated(clock.instant(), at.zone()),
        cover.of(at, patient).lines());
  }
}
