package health.malasakit.scheduling;

import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import health.malasakit.scheduling.Occupancy.Taken;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What to say to whoever lost a time: one sentence, with the nearest others. */
@Component
class Nearest {

  private static final int SAID_MAX = 3;

  /** A whole day of openings five minutes apart: what is near may come late in the day. */
  private static final int LOOKED_AT_MAX = 288;

  private static final int DAYS_MAX = 30;

  private final Openings openings;

  Nearest(Openings openings) {
    this.openings = openings;
  }

  /** The refusal for a time that stands in the way of nothing but others. */
  Refused insteadOf(BookingRules.Allowed wanted, List<Taken> inTheWay) {
    boolean patientBusy =
        inTheWay.stream().anyMatch(taken -> taken.what().kind() == Bookable.Kind.PATIENT);
    if (patientBusy) {
      return Refused.conflict("time.patient_busy", said(wanted));
    }
    return Refused.conflict("time.taken", said(wanted));
  }

  private String said(BookingRules.Allowed wanted) {
    var zone = wanted.time().zone();
    var nearest =
        nearest(wanted).stream()
            .map(opening -> Moments.at(opening.time().from(), zone))
            .collect(Collectors.joining("; "));
    return nearest.isEmpty()
        ? Sentences.of("scheduling.nearest.none", DAYS_MAX)
        : Sentences.of("scheduling.nearest", nearest);
  }

  private List<Opening> nearest(BookingRules.Allowed wanted) {
    var asked = wanted.time().from();
    return openings.soonest(around(wanted, wanted.time().date()), LOOKED_AT_MAX).stream()
        .filter(opening -> !opening.time().from().equals(asked))
        .sorted(
            Comparator.comparing(opening -> Duration.between(asked, opening.time().from()).abs()))
        .limit(SAID_MAX)
        .sorted(Comparator.comparing(opening -> opening.time().from()))
        .toList();
  }

  private static OpeningsWanted around(BookingRules.Allowed wanted, LocalDate date) {
    return new OpeningsWanted(
        Set.of(wanted.organization()),
        Set.of(wanted.type().id()),
        Set.of(wanted.site().id()),
        new HashSet<>(),
        Set.of(wanted.practitioner().id()),
        Set.of(),
        Set.of(),
        Set.of(),
        date,
        date.plusDays(DAYS_MAX),
        Optional.empty());
  }
}
