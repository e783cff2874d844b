package health.malasakit.inquiries;

import health.malasakit.kernel.OrganizationId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls that nobody answered. */
@Component
public class MissedCalls {

  private final Calls calls;

  MissedCalls(Calls calls) {
    this.calls = calls;
  }

  /** Nobody else takes or closes it until this transaction has ended. */
  @Transactional
  public void alone(OrganizationId organization, CallId id) {
    calls.alone(organization, id);
  }

  /** A missed call became something else; of any other nothing changes. */
  @Transactional
  public void dealtWith(OrganizationId organization, CallId id) {
    if (calls.alone(organization, id).state() == CallState.MISSED) {
      calls.close(organization, id);
    }
  }
}
