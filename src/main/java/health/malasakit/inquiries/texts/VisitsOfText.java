package health.malasakit.inquiries.texts;

import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.Visits;
import java.time.Instant;
import java.util.List;
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

  /** As the last change before says. */
  private Instant then(Visit visit, Instant at) {
    return visits.history(visit).stream()
        .filter(change -> !change.at().isAfter(at))
        .findFirst()
        .map(change -> change.local().atZone(change.zone()).toInstant())
        .orElseGet(() -> visit.time().from());
  }
}
