package health.malasakit.inquiries.redflags;

import health.malasakit.kernel.AccountId;
import health.malasakit.scheduling.SetAside;
import org.springframework.stereotype.Component;

/** While an emergency of hers is open, she books nothing. */
@Component
class BookingWaits implements SetAside {

  private final SetAsideStore store;

  BookingWaits(SetAsideStore store) {
    this.store = store;
  }

  @Override
  public boolean isSetAside(AccountId account) {
    return store.isSetAside(account);
  }
}
