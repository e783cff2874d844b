package health.malasakit;

import health.malasakit.access.CallOpen;
import health.malasakit.kernel.AccountId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A telephone of which the test says who is on a call. */
public final class OpenCalls implements CallOpen {

  private final Set<AccountId> talking = ConcurrentHashMap.newKeySet();

  /** Her call begins. */
  public void begin(AccountId account) {
    talking.add(account);
  }

  /** Her call ends. */
  public void end(AccountId account) {
    talking.remove(account);
  }

  @Override
  public boolean isOnCall(AccountId account) {
    return talking.contains(account);
  }
}
