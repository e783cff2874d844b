package health.malasakit.inquiries;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The short list of each clinic from which a write-up picks what a call was about. */
@Component
public class ReasonRules {

  private final ReasonRuleStore store;
  private final Audit audit;
  private final Clock clock;

  ReasonRules(ReasonRuleStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** Codes in the clinic's order; all of {@link WrapUpWords#REASONS} until it chose. */
  @Transactional(readOnly = true)
  public List<String> of(OrganizationId organization) {
    return store
        .newest(organization)
        .map(some -> some.stream().filter(WrapUpWords.REASONS::containsKey).toList())
        .filter(some -> !some.isEmpty())
        .orElse(List.copyOf(WrapUpWords.REASONS.keySet()));
  }

  /**
   * From now on these, in this order.
   *
   * @throws Refused invalid, code {@code call.reasons}, for none, and for one that is not known
   */
  @Transactional
  public void set(OrganizationId organization, List<String> reasons) {
    var once = reasons.stream().distinct().toList();
    if (once.isEmpty() || !WrapUpWords.REASONS.keySet().containsAll(once)) {
      throw Refused.invalid("call.reasons").onField("reasons");
    }
    store.add(organization, once, Scopes.current().account().orElseThrow(), clock.instant());
    audit.done(Act.on(organization, "changed", "clinic", organization.value()).with("reasons"));
  }
}
