package health.malasakit.inquiries.outbound;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How often each clinic tries to reach a patient. */
@Component
public class OutboundRules {

  private final OutboundRuleStore store;
  private final Audit audit;
  private final Clock clock;

  OutboundRules(OutboundRuleStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** The clinic's own, or the usual one. */
  @Transactional(readOnly = true)
  public OutboundRule of(OrganizationId organization) {
    return store.newest(organization).orElse(OutboundRule.USUAL);
  }

  /** From now on. */
  @Transactional
  public void set(OrganizationId organization, OutboundRule rule) {
    var me = Scopes.current().account().orElseThrow();
    store.add(organization, rule, me, clock.instant());
    audit.done(
        Act.on(organization, "changed", "clinic", organization.value()).with("outbound-rule"));
  }
}
