package health.malasakit.demo;

import health.malasakit.kernel.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Makes one clinic with everything and everybody in it. */
@Component
class ClinicMaking {

  private static final int PATIENTS_OF_A_CLINIC = 395;

  /** Sessions began so long ago that every past visit lies within one. */
  private static final int SESSIONS_SINCE_DAYS = 400;

  private final Premises premises;
  private final Doctors doctors;
  private final Notes notes;
  private final Crowd crowd;
  private final Characters characters;
  private final Cover cover;
  private final Books books;
  private final Given given;
  private final Clock clock;

  ClinicMaking(
      Premises premises,
      Doctors doctors,
      Notes notes,
      Crowd crowd,
      Characters characters,
      Cover cover,
      Books books,
      Given given,
      Clock clock) {
    this.premises = premises;
    this.doctors = doctors;
    this.notes = notes;
    this.crowd = crowd;
    this.characters = characters;
    this.cover = cover;
    this.books = books;
    this.given = given;
    this.clock = clock;
  }

  void make(MadeClinic clinic, List<Staff.Person> staff, Consumer<String> progress) {
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, clinic.zone());
    premises.open(clinic, today);
    var sites = premises.build(clinic);
    premises.connect(clinic);
    var hired = doctors.hire(clinic, sites);
    var things = doctors.furnish(clinic, sites);
    hired.forEach(doctor -> doctors.plan(doctor, today.minusDays(SESSIONS_SINCE_DAYS)));
    notes.pin(clinic, sites, hired, now);
    var people = crowd.register(clinic, PATIENTS_OF_A_CLINIC, today);
    var known = characters.register(clinic, today);
    var living = known.stream().filter(Characters.Known::alive).map(Characters.Known::id).toList();
    cover.insure(clinic, together(living, people), today);
    int visits = books.fill(new Books.Practice(clinic, hired, things, people, living), now);
    given.promise(clinic, staff, known, now);
    progress.accept(
        "  %s: %d practitioners, %d patients, %d visits"
            .formatted(
                clinic.organization().name(), hired.size(), people.size() + known.size(), visits));
  }

  private static List<PatientId> together(List<PatientId> some, List<PatientId> others) {
    var all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
