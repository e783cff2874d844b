package health.malasakit.inquiries;

import health.malasakit.access.Memberships;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Right;
import health.malasakit.kernel.Verb;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who sits at a telephone and may take its calls. */
@Component
class Seated {

  private static final Right TAKES_CALLS = new Right("calls", Verb.UPDATE);

  private final SeatStore seats;
  private final Memberships memberships;

  Seated(SeatStore seats, Memberships memberships) {
    this.seats = seats;
    this.memberships = memberships;
  }

  /** Who answered, if she takes calls of this clinic. */
  Optional<AccountId> at(Call call, CallEvent event) {
    return call.telephone()
        .filter(one -> !event.extension().isEmpty())
        .flatMap(one -> seats.at(new Seat(one.system(), event.extension())))
        .filter(who -> memberships.has(who, call.organization(), TAKES_CALLS));
  }
}
