package health.malasakit.demo;

import health.malasakit.directory.Resource;
import health.malasakit.kernel.PatientId;
import health.malasakit.scheduling.CarriedVisit;
import health.malasakit.scheduling.CarriedVisits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The book of each clinic: a month behind, a full day today, ten weeks ahead. */
@Component
class Books {

  private static final long SEED = 41;
  private static final int DAYS_BEHIND = 28;

  /** So far ahead most people book. */
  private static final int NEAR_DAYS = 14;

  private static final int DAYS_AHEAD = 70;

  /** On these days, counted from today, the hand-made patients come first. */
  private static final Set<Integer> DAYS_OF_CHARACTERS = Set.of(-12, 0, 2, 9, 33, 54);

  private final CarriedVisits visits;

  Books(CarriedVisits visits) {
    this.visits = visits;
  }

  /** Whom a clinic sees, and with what. */
  record Practice(
      MadeClinic clinic,
      List<Doctor> doctors,
      List<Resource> things,
      List<PatientId> crowd,
      List<PatientId> characters) {}

  int fill(Practice practice, Instant now) {
    var random = new Random(SEED + practice.clinic().slug().hashCode());
    var today = LocalDate.ofInstant(now, practice.clinic().zone());
    var holidays = Premises.holidays(today);
    var all = new ArrayList<CarriedVisit>();
    for (int offset = -DAYS_BEHIND; offset <= DAYS_AHEAD; offset++) {
      var date = today.plusDays(offset);
      all.addAll(
          new BookedDay(practice, date, now, random)
              .fill(Premises.hours(date, holidays), share(offset), first(practice, offset)));
    }
    visits.add(practice.clinic().id(), all);
    return all.size();
  }

  private static List<PatientId> first(Practice practice, int offset) {
    return DAYS_OF_CHARACTERS.contains(offset) ? practice.characters() : List.of();
  }

  /** How many in a hundred of the possible times are taken on a day. */
  private static int share(int offset) {
    if (offset < 0) {
      return 25;
    }
    if (offset == 0) {
      return 90;
    }
    return offset <= NEAR_DAYS ? 56 - 2 * offset : Math.max(7, 28 - (offset - NEAR_DAYS) / 2);
  }
}
