package health.malasakit.access;

import health.malasakit.kernel.AccountId;

/** Says who is on a call now. While she is, her screen never locks by itself. */
public interface CallOpen {

  /** Whether this person has a call open. */
  boolean isOnCall(AccountId account);
}
