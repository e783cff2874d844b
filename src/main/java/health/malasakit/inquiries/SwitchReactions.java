package health.malasakit.inquiries;

import health.malasakit.live.Live;
import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Where Malasakit decides who answers, the switch is told at once who took the call. */
@Component
class SwitchReactions {

  private final CallStore calls;
  private final TelephoneStore telephones;
  private final SeatStore seats;
  private final SwitchToldStore told;
  private final SwitchCalls switches;
  private final Live live;
  private final Clock clock;

  SwitchReactions(
      CallStore calls,
      TelephoneStore telephones,
      SeatStore seats,
      SwitchToldStore told,
      SwitchCalls switches,
      Live live,
      Clock clock) {
    this.calls = calls;
    this.telephones = telephones;
    this.seats = seats;
    this.told = told;
    this.switches = switches;
    this.live = live;
    this.clock = clock;
  }

  /** May come late or again: a call that is over, or another's by now, needs no telling. */
  @ApplicationModuleListener
  void on(CallTaken taken) {
    calls
        .find(taken.organization(), taken.call())
        .filter(call -> call.isOf(taken.by()) && call.state().live())
        .flatMap(Call::telephone)
        .ifPresent(telephone -> tell(taken, telephone));
  }

  private void tell(CallTaken taken, Call.Telephone telephone) {
    telephones
        .webhook(telephone.system())
        .ifPresent(address -> {
          var outcome =
              seats
                  .of(taken.by())
                  .filter(seat -> seat.system().equals(telephone.system()))
                  .map(seat -> switches.connect(address, telephone, seat.extension()))
                  .orElse(SwitchTold.NO_SEAT);
          told.remember(taken, outcome, clock.instant());
          live.changed(Calls.topic(taken.organization()));
        });
  }
}
