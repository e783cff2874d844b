package health.malasakit.scheduling.answers;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.scheduling.DayNews;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.VisitId;
import health.malasakit.scheduling.VisitStatus;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which visits their patients confirmed, at the time that they have now. */
@Component
public class VisitConfirmations {

  private final VisitConfirmationStore store;
  private final DayNews news;
  private final Audit audit;
  private final Clock clock;

  VisitConfirmations(VisitConfirmationStore store, DayNews news, Audit audit, Clock clock) {
    this.store = store;
    this.news = news;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * She comes. Said again for the same time it is written down once.
   *
   * @throws Refused conflict, code {@code visit.not_to_come}, for one that is not booked or has
   *     begun
   */
  @Transactional
  public void confirm(Visit visit, Confirmation.Channel channel) {
    if (!(visit.status() instanceof VisitStatus.Booked)
        || !visit.time().from().isAfter(clock.instant())) {
      throw Refused.conflict("visit.not_to_come");
    }
    if (of(visit).isPresent()) {
      return;
    }
    store.add(visit, new Confirmation(visit.id(), visit.time().from(), channel, clock.instant()));
    audit.done(
        Act.onPatient(visit.organization(), "confirmed", visit.patient())
            .of("visit", visit.id().value())
            .with(channel.code()));
    news.changed(visit);
  }

  /** Whether this visit is confirmed at the time that it has. */
  @Transactional(readOnly = true)
  public Optional<Confirmation> of(Visit visit) {
    return Optional.ofNullable(
        store.of(visit.organization(), java.util.List.of(visit.id())).get(visit.id()));
  }

  /** Those of these visits that are confirmed at the time that they have; in one question. */
  @Transactional(readOnly = true)
  public Map<VisitId, Confirmation> of(OrganizationId organization, Collection<VisitId> visits) {
    return visits.isEmpty() ? Map.of() : store.of(organization, visits);
  }
}
