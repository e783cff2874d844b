package health.malasakit.demo;

import health.malasakit.directory.Resource;
import health.malasakit.directory.Span;
import health.malasakit.directory.VisitType;
import health.malasakit.kernel.Ids;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.WallTime;
import health.malasakit.scheduling.CancelledBy;
import health.malasakit.scheduling.CarriedVisit;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.VisitStatus;
import health.malasakit.scheduling.VisitTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A day of a clinic, filled without two taking the same time of anybody or anything. */
final class BookedDay {

  private static final int STEP_MINUTES = 20;
  private static final List<String> REASONS =
      List.of("No ride", "Feels better", "Has to work", "Wants a later time", "Child is ill");

  private final Books.Practice practice;
  private final LocalDate date;
  private final Instant now;
  private final Random random;
  private final Set<PatientId> seen = new HashSet<>();
  private final List<CarriedVisit> booked = new ArrayList<>();

  BookedDay(Books.Practice practice, LocalDate date, Instant now, Random random) {
    this.practice = practice;
    this.date = date;
    this.now = now;
    this.random = random;
  }

  /**
   * Takes that share of the possible times.
   *
   * @param hours in which the clinic is open
   * @param percent how many in a hundred
   * @param first who gets the first of them
   */
  List<CarriedVisit> fill(List<Span> hours, int percent, List<PatientId> first) {
    var waiting = new ArrayDeque<>(first);
    for (var span : hours) {
      for (var doctor : practice.doctors()) {
        if (doctor.days().contains(date.getDayOfWeek())) {
          fill(doctor, span, percent, waiting);
        }
      }
    }
    return booked;
  }

  private void fill(Doctor doctor, Span span, int percent, Deque<PatientId> waiting) {
    var start = span.opens();
    while (start.isBefore(span.closes())) {
      var type = doctor.types().get(random.nextInt(doctor.types().size()));
      var end = start.plusMinutes(type.details().minutes());
      boolean taken = random.nextInt(100) < percent && !end.isAfter(span.closes());
      if (taken && book(doctor, type, start, waiting)) {
        start = end;
      } else {
        start = start.plusMinutes(STEP_MINUTES);
      }
    }
  }

  private boolean book(Doctor doctor, VisitType type, LocalTime at, Deque<PatientId> waiting) {
    var zone = doctor.site().zone().orElseThrow();
    var time = VisitTime.of(WallTime.of(date.atTime(at), zone), type.length());
    var things = things(doctor, type, time);
    if (things.isEmpty()) {
      return false;
    }
    var patient = patient(waiting);
    if (!seen.add(patient)) {
      return false;
    }
    var visit =
        new Visit(
            new VisitId(Ids.next()),
            practice.clinic().id(),
            patient,
            new Visit.Place(
                doctor.site().id(), Optional.of(doctor.id()), Optional.of(type.id()), ""),
            time,
            new VisitStatus.Booked(),
            Visit.Origin.HERE,
            1);
    booked.add(new CarriedVisit(became(visit), things.get(), bookedAt(time)));
    return true;
  }

  private PatientId patient(Deque<PatientId> waiting) {
    return waiting.isEmpty()
        ? practice.crowd().get(random.nextInt(practice.crowd().size()))
        : waiting.removeFirst();
  }

  private Instant bookedAt(VisitTime time) {
    var agreed = time.from().minus(Duration.ofHours(30L + random.nextInt(500)));
    return agreed.isBefore(now) ? agreed : now.minus(Duration.ofHours(1L + random.nextInt(90)));
  }

  /** One free room or device for each need; empty when there is none. */
  private Optional<Set<Resource>> things(Doctor doctor, VisitType type, VisitTime time) {
    var chosen = new HashSet<Resource>();
    for (var need : type.takes()) {
      var free =
          practice.things().stream()
              .filter(thing -> thing.site().equals(doctor.site().id()) && thing.meets(need))
              .filter(thing -> booked.stream().noneMatch(one -> takes(one, thing, time)))
              .findFirst();
      if (free.isEmpty()) {
        return Optional.empty();
      }
      chosen.add(free.get());
    }
    return Optional.of(chosen);
  }

  private static boolean takes(CarriedVisit one, Resource thing, VisitTime time) {
    var other = one.visit().time();
    return one.things().contains(thing)
        && other.from().isBefore(time.end())
        && time.from().isBefore(other.end());
  }

  /** What became of it by now. */
  private Visit became(Visit visit) {
    return new Visit(
        visit.id(),
        visit.organization(),
        visit.patient(),
        visit.place(),
        visit.time(),
        status(visit.time()),
        visit.origin(),
        1);
  }

  private VisitStatus status(VisitTime time) {
    int dice = random.nextInt(100);
    if (dice < 4) {
      var reason = REASONS.get(random.nextInt(REASONS.size()));
      var at = time.from().minus(Duration.ofHours(20));
      return new VisitStatus.Cancelled(at.isBefore(now) ? at : now, CancelledBy.PATIENT, reason);
    }
    var arrived = time.from().minus(Duration.ofMinutes(8));
    if (time.end().isBefore(now)) {
      return dice < 9
          ? new VisitStatus.Missed(time.end())
          : new VisitStatus.Done(Optional.of(arrived), time.end());
    }
    return arrived.isBefore(now) && dice < 85
        ? new VisitStatus.Arrived(arrived)
        : new VisitStatus.Booked();
  }
}
