package health.malasakit.inquiries.texts;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.Bookings;
import health.malasakit.scheduling.Practice;
import health.malasakit.scheduling.TimeWanted;
import health.malasakit.scheduling.Visit;
import java.time.LocalDateTime;
import org.springframework.context.ApplicationContext;

/** A clinic whose patient Ana is texted of her visits with Dr. Reyes. */
final class TextedVisits {

  final TextedClinic clinic;
  final NamedVisits named;
  final Practice practice;
  final PatientId ana;
  private final ApplicationContext beans;
  private final PractitionerId doctor;
  private final VisitTypeId type;

  TextedVisits(ApplicationContext beans, int port) {
    this.beans = beans;
    clinic = new TextedClinic(beans, port);
    named = new NamedVisits(clinic);
    practice = clinic.practice();
    doctor = practice.practitioner("Reyes");
    type = practice.type("Follow-up", 30);
    practice.seesPatientsAlways(doctor, type);
    ana = clinic.patient("Ana", "Reyes", "en");
  }

  /** On the clinic's wall. */
  Visit booked(PatientId patient, LocalDateTime at) {
    return practice.ask(
        () -> beans.getBean(Bookings.class).bookNow(practice.wanted(patient, doctor, type, at)));
  }

  /** At her wish. */
  Visit moved(Visit visit, LocalDateTime at) {
    TimeWanted wanted = practice.wanted(visit.patient(), doctor, type, at);
    return practice.ask(() ->
        beans.getBean(Bookings.class).moveNow(visit.id(), wanted, visit.version(), "her wish"));
  }
}
