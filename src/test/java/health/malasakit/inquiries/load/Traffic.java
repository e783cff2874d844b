package health.malasakit.inquiries.load;

import health.malasakit.inquiries.CallEvent;
import health.malasakit.inquiries.CallEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Calls as their switch tells of them: some things twice, late, before their time, or never. That a
 * call rings is never lost for good, for a switch tells it until it is acknowledged.
 *
 * @param told everything, by the moment at which it is told
 */
public record Traffic(List<Planned> calls, List<Told> told) {

  private static final double LOST = 0.04;
  private static final double TWICE = 0.12;
  private static final double LATE = 0.2;
  private static final int LATE_SECONDS_MAX = 60;
  private static final String NOBODYS_EXTENSION = "999";

  /** The same seed makes the same hour. */
  public static Traffic of(
      long seed, int calls, Staffing staffing, Duration over, Instant now, String run) {
    // As a switch writes moments, and as they are kept.
    var begin = now.truncatedTo(ChronoUnit.MILLIS);
    var random = new Random(seed);
    var planned = new ArrayList<Planned>();
    var told = new ArrayList<Told>();
    for (int number = 0; number < calls; number++) {
      var at = begin.plusSeconds(random.nextLong(over.toSeconds()));
      int clinic = random.nextInt(staffing.clinics());
      double fate = random.nextDouble();
      var happens = way(random, fate, staffing.at(clinic), at);
      happens.removeIf(event -> random.nextDouble() < LOST);
      var from = number % 9 == 0 ? "anonymous" : "+1617555" + (1000 + random.nextInt(9000));
      var call = new Planned(run + number, clinic, from, at, List.copyOf(happens), fate >= BY_HAND);
      planned.add(call);
      tell(told, random, new Told(Duration.between(begin, at), call, Optional.empty()));
      for (var event : happens) {
        tell(told, random, new Told(Duration.between(begin, event.at()), call, Optional.of(event)));
      }
    }
    told.sort(Comparator.comparing(Told::due));
    return new Traffic(List.copyOf(planned), List.copyOf(told));
  }

  private static final double ANSWERED = 0.72;
  private static final double ANSWERED_BY_NOBODY_KNOWN = 0.76;
  private static final double RANG_OFF = 0.87;
  private static final double BY_HAND = 0.93;

  private static List<CallEvent> way(Random random, double fate, List<Integer> staff, Instant at) {
    var events = new ArrayList<CallEvent>();
    var first = Staffing.extension(staff.get(random.nextInt(staff.size())));
    var answered = at.plusSeconds(3 + random.nextInt(25));
    if (fate < ANSWERED) {
      events.add(new CallEvent(Kind.ANSWERED, answered, first, ""));
      spoken(events, random, staff, answered);
    } else if (fate < ANSWERED_BY_NOBODY_KNOWN) {
      events.add(new CallEvent(Kind.ANSWERED, answered, NOBODYS_EXTENSION, ""));
    } else if (fate < RANG_OFF) {
      events.add(event(Kind.ABANDONED, answered.plusSeconds(random.nextInt(60))));
    } else if (fate < BY_HAND) {
      events.add(event(Kind.VOICEMAIL, answered.plusSeconds(30)));
      events.add(event(Kind.ENDED, answered.plusSeconds(50)));
    }
    return events;
  }

  private static void spoken(
      List<CallEvent> events, Random random, List<Integer> staff, Instant since) {
    var now = since.plusSeconds(20 + random.nextInt(90));
    if (random.nextInt(4) == 0) {
      events.add(event(Kind.HELD, now));
      events.add(event(Kind.RESUMED, now.plusSeconds(30)));
    }
    if (random.nextInt(6) == 0) {
      var next = Staffing.extension(staff.get(random.nextInt(staff.size())));
      events.add(event(Kind.TRANSFERRED, now.plusSeconds(40)));
      events.add(new CallEvent(Kind.ANSWERED, now.plusSeconds(44), next, ""));
    }
    events.add(event(Kind.ENDED, now.plusSeconds(60 + random.nextInt(240))));
  }

  private static CallEvent event(Kind kind, Instant at) {
    return new CallEvent(kind, at, "", "");
  }

  private static void tell(List<Told> all, Random random, Told one) {
    all.add(delayed(random, one));
    while (random.nextDouble() < TWICE) {
      all.add(delayed(random, one));
    }
  }

  private static Told delayed(Random random, Told one) {
    boolean late = random.nextDouble() < LATE;
    long millis = random.nextLong(late ? LATE_SECONDS_MAX * 1000L : 200);
    return new Told(one.due().plusMillis(millis), one.call(), one.event());
  }
}
