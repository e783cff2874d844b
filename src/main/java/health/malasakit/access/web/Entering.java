package health.malasakit.access.web;

import health.malasakit.kernel.AccountId;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody whose password was right and who is not in yet; kept in the session between the steps.
 *
 * @param next where she wanted to go, a path of ours
 * @param proven whether the second factor was right too
 * @param challenge what a passkey is asked to sign, in base64url
 */
record Entering(UUID accountUuid, String next, boolean proven, String challenge, Instant at)
    implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  AccountId account() {
    return new AccountId(accountUuid);
  }

  Entering withProof() {
    return new Entering(accountUuid, next, true, challenge, at);
  }

  Entering asked(String fresh) {
    return new Entering(accountUuid, next, proven, fresh, at);
  }
}
