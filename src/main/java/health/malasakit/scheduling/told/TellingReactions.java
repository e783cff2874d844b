package health.malasakit.scheduling.told;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.ledger.RuleChanged;
import health.malasakit.scheduling.AppointmentBooked;
import health.malasakit.scheduling.AppointmentCancelled;
import health.malasakit.scheduling.AppointmentMoved;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/** A visit was booked, moved or cancelled: its patient is told. */
@Component
class TellingReactions {

  private final Telling telling;
  private final ToldVisitStore store;
  private final TransactionTemplate transactions;
  private final Clock clock;

  TellingReactions(
      Telling telling, ToldVisitStore store, TransactionTemplate transactions, Clock clock) {
    this.telling = telling;
    this.store = store;
    this.transactions = transactions;
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

  /** Every visit to come, 200 in one transaction, however many they are. */
  @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
  void on(RuleChanged changed) {
    Optional<UUID> last = Optional.empty();
    List<UUID> some = next(changed.organization(), last);
    while (!some.isEmpty()) {
      telling.remind(changed.organization(), some);
      last = Optional.of(some.getLast());
      some = next(changed.organization(), last);
    }
  }

  private List<UUID> next(OrganizationId clinic, Optional<UUID> last) {
    return java.util.Objects.requireNonNull(
        transactions.execute(status -> store.coming(clinic, clock.instant(), last)));
  }
}
