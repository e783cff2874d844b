package health.malasakit.access;

import health.malasakit.kernel.AccountId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Whether somebody has a session anywhere, on whatever node. */
@Component
public class SignedInNow {

  private final ObjectProvider<FindByIndexNameSessionRepository<?>> sessions;

  SignedInNow(ObjectProvider<FindByIndexNameSessionRepository<?>> sessions) {
    this.sessions = sessions;
  }

  /** False once she signed out, or every session of hers has ended. */
  public boolean is(AccountId account) {
    return !sessions.getObject().findByPrincipalName(account.value().toString()).isEmpty();
  }
}
