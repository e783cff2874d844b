package health.malasakit.inquiries.texts;

import health.malasakit.kernel.WallTime;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.Visits;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which visits a text was about by itself, and what it did with them. */
@Component
public class VisitsOfText {

  private final TextActStore acts;
  private final Visits visits;

  VisitsOfText(TextActStore acts, Visits visits) {
    this.acts = acts;
    this.visits = visits;
  }

  /**
   * What a text did with a visit.
   *
   * @param what code: confirmed, cancelled, undone, asked_to_move, too_late, given_away
   * @param then when the visit was to begin then
   * @param visit as it stands now
   */
  public record Acted(String what, Instant then, Visit visit) {

    /** Code of how the visit stood then. */
    private String left() {
      return what.equals("cancelled") || what.equals("given_away") ? "cancelled" : "booked";
    }

    /** Whether the visit stands otherwise now: come, missed, cancelled, booked again. */
    public boolean standsOtherwise() {
      return !visit.status().code().equals(left());
    }

    /** Whether it stands as it did then, and at the same hour. */
    private boolean isSo() {
      return !standsOtherwise() && visit.time().from().equals(then);
    }

    @Override
    public String toString() {
      return "Acted[" + what + ", " + visit.id() + "]";
    }
  }

  /** In the order in which it was done; of those that the reader may see. */
  @Transactional(readOnly = true)
  public List<Acted> of(TextIn text) {
    return acts.of(text).stream()
        .flatMap(act ->
            visits.of(text.organization(), act.patient()).stream()
                .filter(visit -> visit.id().equals(act.visit()))
                .map(visit -> new Acted(act.what(), then(visit, act.at()), visit)))
        .toList();
  }

  /** Whether each stands as it was left, is still the same patient's, and is one of these. */
  @Transactional(readOnly = true)
  public boolean areSo(TextIn text, Predicate<Visit> which) {
    var now = of(text);
    return now.size() == acts.of(text).size()
        && now.stream().allMatch(act -> act.isSo() && which.test(act.visit()));
  }

  /** As the last change before says. */
  private Instant then(Visit visit, Instant at) {
    return visits.history(visit).stream()
        .filter(change -> !change.at().isAfter(at))
        .findFirst()
        .map(change -> then(visit.time().start(), change.local().atZone(change.zone())))
        .orElseGet(() -> visit.time().from());
  }

  /** The history does not say which of two like hours of a night it was: the one it is now. */
  private static Instant then(WallTime now, ZonedDateTime change) {
    boolean same =
        now.local().equals(change.toLocalDateTime()) && now.zone().equals(change.getZone());
    return same ? now.instant() : change.toInstant();
  }
}
