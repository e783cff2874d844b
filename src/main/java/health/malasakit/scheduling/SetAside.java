package health.malasakit.scheduling;

import health.malasakit.kernel.AccountId;

/** Says who books nothing now because something else comes first. What she holds stays held. */
public interface SetAside {

  /** Whether this person's booking waits; asked within the transaction of the booking. */
  boolean isSetAside(AccountId account);
}
