package health.malasakit.demo;

import health.malasakit.kernel.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Makes one clinic with everything and everybody in it. */
@Component
class ClinicMaking {

  /** Sessions began so long ago that every past visit lies within one. */
  private static final int SESSIONS_SINCE_DAYS = 400;

  private final Premises premises;
  private final Doctors doctors;
  private final Notes notes;
  private final Registering registering;
  private final Books books;
  private final Given given;
  private final MadeReminders reminders;
  private final Clock clock;

  ClinicMaking(
      Premises premises,
      Doctors doctors,
      Notes notes,
      Registering registering,
      Books books,
      Given given,
      MadeReminders reminders,
      Clock clock) {
    this.premises = premises;
    this.doctors = doctors;
    this.notes = notes;
    this.registering = registering;
    this.books = books;
    this.given = given;
    this.reminders = reminders;
    this.clock = clock;
  }

  /** Gives the ids of the hand-made patients by key. */
  Map<String, PatientId> make(
      MadeClinic clinic, List<Staff.Person> staff, Consumer<String> progress) {
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, clinic.zone());
    premises.open(clinic, today);
    var sites = premises.build(clinic);
    premises.connect(clinic);
    var hired = doctors.hire(clinic, sites);
    var things = doctors.furnish(clinic, sites);
    hired.forEach(doctor -> doctors.plan(doctor, today.minusDays(SESSIONS_SINCE_DAYS)));
    notes.pin(clinic, sites, hired, now);
    var registered = registering.register(clinic, staff, today);
    int visits =
        books.fill(
            new Books.Practice(clinic, hired, things, registered.crowd(), registered.alive()), now);
    given.promise(clinic, staff, registered.characters(), now);
    reminders.begin(clinic);
    progress.accept(
        "  %s: %d practitioners, %d patients, %d visits"
            .formatted(clinic.organization().name(), hired.size(), registered.count(), visits));
    return registered.characters();
  }
}
