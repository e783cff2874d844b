package health.malasakit.scheduling.told;

import health.malasakit.kernel.Ids;
import health.malasakit.kernel.InHalves;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.ledger.RuleChanged;
import health.malasakit.scheduling.AppointmentBooked;
import health.malasakit.scheduling.AppointmentCancelled;
import health.malasakit.scheduling.AppointmentMoved;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/** A visit was booked, moved or cancelled: its patient is told. */
@Component
class TellingReactions {

  private static final Logger LOG = LoggerFactory.getLogger(TellingReactions.class);

  private final Telling telling;
  private final ToldVisitStore store;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TellingReactions(
      Telling telling,
      ToldVisitStore store,
      TransactionTemplate transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.telling = telling;
    this.store = store;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(AppointmentBooked booked) {
    telling.after(booked.organization(), booked.visit(), booked.patient());
  }

  @ApplicationModuleListener
  void on(AppointmentMoved moved) {
    telling.after(moved.organization(), moved.visit(), moved.patient());
  }

  @ApplicationModuleListener
  void on(AppointmentCancelled cancelled) {
    telling.after(cancelled.organization(), cancelled.visit(), cancelled.patient());
  }

  /**
   * Every visit to come, however many they are: 200 in one transaction and by one reaction, which
   * is so done before it would be given again.
   */
  @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
  void on(RuleChanged changed) {
    remind(changed.organization(), Optional.empty());
  }

  @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
  void on(RemindersLeft left) {
    remind(left.organization(), after(left));
  }

  /** Of one that does not say when it started: as it stands now. */
  private Optional<ToldVisitStore.Coming> after(RemindersLeft left) {
    return left.starts()
        .or(() -> inTransaction(() -> store.starts(left.organization(), left.after())))
        .map(starts -> new ToldVisitStore.Coming(left.after(), starts));
  }

  private void remind(OrganizationId clinic, Optional<ToldVisitStore.Coming> after) {
    var some = inTransaction(() -> store.coming(clinic, clock.instant(), after));
    InHalves.each(
        some.stream().map(ToldVisitStore.Coming::id).toList(),
        visits -> telling.remind(clinic, visits),
        TellingReactions::unplanned);
    if (!some.isEmpty()) {
      var last = some.getLast();
      var left = new RemindersLeft(clinic, last.id(), Optional.of(last.starts()));
      transactions.executeWithoutResult(status -> events.publishEvent(left));
    }
  }

  /** What she has on file may be why, so that stands nowhere. */
  private static void unplanned(UUID visit, RuntimeException broken) {
    LOG.error(
        "Incident {}: reminders of visit {} are not planned: {}",
        Ids.next(),
        visit,
        broken.getClass().getName());
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}
