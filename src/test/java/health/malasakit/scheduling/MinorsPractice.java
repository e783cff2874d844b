package health.malasakit.scheduling;

import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.VisitTypeId;
import health.malasakit.kernel.PatientId;
import health.malasakit.patients.NewPatient;
import health.malasakit.patients.Patients;
import health.malasakit.patients.person.PatientName;
import health.malasakit.patients.person.PersonFacts;
import health.malasakit.patients.speaking.MinorRule;
import health.malasakit.patients.speaking.MinorRules;
import health.malasakit.patients.speaking.NewRepresentative;
import health.malasakit.patients.speaking.Representatives;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** A clinic in New York, Luz who is fifteen on the day of her visit, and her mother. */
final class MinorsPractice {

  static final String MOTHERS = "(212) 555-0199";

  final Practice practice;
  final LocalDateTime nine;
  final PractitionerId reyes;
  final VisitTypeId followUp;
  final PatientId luz;
  final UUID mother;

  MinorsPractice(ApplicationContext beans) {
    practice = Practice.in(beans, "America/New_York");
    nine = practice.next(DayOfWeek.TUESDAY).atTime(9, 0);
    reyes = practice.practitioner("Reyes");
    followUp = practice.type("Follow-up", 30);
    practice.seesPatientsAlways(reyes, followUp);
    luz = born(nine.toLocalDate().minusYears(15));
    mother = represents("Rosa Santos", "mother", MOTHERS);
  }

  void clinicSays(int age) {
    say(new MinorRule(Optional.of(age), "counselling", "Dr. Reyes", LocalDate.EPOCH));
  }

  void clinicTakesItBack() {
    say(new MinorRule(Optional.empty(), "", "Dr. Reyes", LocalDate.EPOCH));
  }

  private void say(MinorRule rule) {
    practice.run(() -> practice.bean(MinorRules.class).say(practice.organization(), rule));
  }

  UUID represents(String name, String relationship, String phone) {
    var parent = NewRepresentative.parent(name, relationship, phone);
    var representatives = practice.bean(Representatives.class);
    return practice.ask(() -> representatives.add(practice.organization(), luz, parent));
  }

  PatientId born(LocalDate date) {
    var facts = PersonFacts.named(PatientName.official("Luz", "Santos")).edit().born(date).done();
    var patients = practice.bean(Patients.class);
    return practice.ask(
        () -> patients.register(practice.organization(), NewPatient.saidByCaller(facts)));
  }

  Visit kept(LocalDateTime start) {
    return practice.ask(() -> practice.bean(ConfidentialVisits.class).bookNow(wanted(start)));
  }

  Visit book(LocalDateTime start) {
    return practice.ask(() -> practice.bean(Bookings.class).bookNow(wanted(start)));
  }

  TimeWanted wanted(LocalDateTime start) {
    return practice.wanted(luz, reyes, followUp, start);
  }

  /** Address of her page. */
  String page() {
    return "/patients/" + practice.clinic().slug() + "/" + luz;
  }
}
