package health.malasakit.inquiries.outbound;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.inquiries.CallId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who asked that a number be rung outside the usual hours, kept with the call. */
@Component
public class AskedHours {

  private final AskedHourStore store;
  private final Audit audit;
  private final Clock clock;

  AskedHours(AskedHourStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** The call was begun because she asked for that hour. */
  @Transactional
  public void keep(OrganizationId clinic, CallId call, String saidBy) {
    var me = Scopes.current().account().orElseThrow();
    store.add(clinic, call, new AskedHourStore.Asked(saidBy, me, clock.instant()));
    audit.done(Act.on(clinic, "changed", "call", call.value()).with("despite"));
  }

  /** Who said that she asked for it; empty for a call of the usual hours. */
  @Transactional(readOnly = true)
  public Optional<String> of(OrganizationId clinic, CallId call) {
    return store.saidBy(clinic, call);
  }
}
