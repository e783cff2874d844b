package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import java.util.Set;

/**
 * A person as she is known in one clinic.
 *
 * @param country ISO 3166 alpha-2 of where she last worked from
 * @param roles what she is in this clinic
 */
public record Colleague(
    AccountId account, String name, String email, String country, Set<Role> roles, State state) {

  /** Whether she can come in. */
  public enum State {
    INVITED,
    ACTIVE,
    CLOSED
  }

  @Override
  public String toString() {
    return "Colleague[" + account + "]";
  }
}
