package health.malasakit.access;

import health.malasakit.kernel.AccountId;

/** Holds something open for signed-in people, and must look again when their standing changes. */
public interface StandingWatch {

  /**
   * A session of this person ended, or what she may do changed. Called in the transaction of the
   * change; to be acted on after its commit.
   */
  void standingChanged(AccountId account);
}
