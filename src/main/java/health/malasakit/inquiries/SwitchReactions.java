package health.malasakit.inquiries;

import health.malasakit.live.Live;
import java.time.Clock;
import java.util.Optional;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Where Malasakit decides who answers, the switch is told at once who took the call. */
@Component
class SwitchReactions {

  private final CallStore calls;
  private final TelephoneStore telephones;
  private final SeatStore seats;
  private final SwitchToldStore told;
  private final SwitchCalls switches;
  private final Live live;
  private final TransactionTemplate transactions;
  private final Clock clock;

  SwitchReactions(
      CallStore calls,
      TelephoneStore telephones,
      SeatStore seats,
      SwitchToldStore told,
      SwitchCalls switches,
      Live live,
      TransactionTemplate transactions,
      Clock clock) {
    this.calls = calls;
    this.telephones = telephones;
    this.seats = seats;
    this.told = told;
    this.switches = switches;
    this.live = live;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * May come late or again: a call that is over, or another's by now, needs no telling. No
   * connection to the database is held while the switch is waited for; not told is told again.
   */
  @Async
  @TransactionalEventListener
  void on(CallTaken taken) {
    Optional.ofNullable(transactions.execute(status -> toTell(taken)))
        .flatMap(found -> found)
        .ifPresent(telling -> {
          var outcome = tell(telling);
          transactions.executeWithoutResult(status -> {
            told.remember(taken, outcome, clock.instant());
            live.changed(Calls.topic(taken.organization()));
          });
        });
  }

  /** Where to tell it, of which call, and where she sits. */
  private record Telling(TelephoneSystem system, Call.Telephone telephone, Optional<Seat> seat) {}

  private Optional<Telling> toTell(CallTaken taken) {
    return calls
        .find(taken.organization(), taken.call())
        .filter(call -> call.isOf(taken.by()) && call.state().live())
        .flatMap(Call::telephone)
        .flatMap(telephone ->
            telephones
                .find(telephone.system())
                .filter(system -> system.webhook().isPresent())
                .map(system ->
                    new Telling(
                        system,
                        telephone,
                        seats
                            .of(taken.by())
                            .filter(seat -> seat.system().equals(telephone.system())))));
  }

  private SwitchTold tell(Telling telling) {
    return telling
        .seat()
        .map(seat -> switches.connect(telling.system(), telling.telephone(), seat.extension()))
        .orElse(SwitchTold.NO_SEAT);
  }
}
