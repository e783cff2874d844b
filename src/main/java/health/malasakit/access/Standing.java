package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells whoever holds something open for a person that her sessions or her roles changed. */
@Component
class Standing {

  private final ObjectProvider<StandingWatch> watches;

  Standing(ObjectProvider<StandingWatch> watches) {
    this.watches = watches;
  }

  void changed(AccountId account) {
    watches.forEach(watch -> watch.standingChanged(account));
  }
}
