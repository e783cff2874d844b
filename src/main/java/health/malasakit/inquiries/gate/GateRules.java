package health.malasakit.inquiries.gate;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each clinic asks of callers beside name and birth date. The law names no facts (45 CFR
 * 164.514(h)): they are the clinic's policy.
 */
@Component
public class GateRules {

  private static final int NEW_NUMBER_DAYS = 7;
  private static final int NEW_NUMBER_DAYS_MAX = 90;

  private final GateRuleStore store;
  private final Audit audit;
  private final Clock clock;

  GateRules(GateRuleStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** The facts of which one is asked, in the clinic's order; all until it said which. */
  @Transactional(readOnly = true)
  public List<Fact> of(OrganizationId organization) {
    return store.newest(organization).orElse(Fact.FURTHER);
  }

  /** No code goes to a number that changed within so many days; seven until it said how many. */
  @Transactional(readOnly = true)
  public int newNumberDays(OrganizationId organization) {
    return store.newNumberDays(organization).orElse(NEW_NUMBER_DAYS);
  }

  /**
   * The same of who rings. The word that she chose is between her and the clinic: it is asked of
   * nobody who rings for an organization. A payer knows her by her number there.
   */
  @Transactional(readOnly = true)
  public List<Fact> of(OrganizationId organization, CallerKind caller) {
    if (!caller.party()) {
      return of(organization);
    }
    var known = of(organization).stream().filter(one -> one != Fact.CODE_WORD).toList();
    var asked = known.isEmpty() ? List.of(Fact.MRN) : known;
    return caller == CallerKind.PAYER
        ? Stream.concat(Stream.of(Fact.MEMBER_ID), asked.stream()).toList()
        : asked;
  }

  /**
   * From now on these, in the order of {@link Fact#FURTHER}.
   *
   * @param newNumberDays 0 to 90
   * @throws Refused invalid, code {@code caller.rule}, for none at all, {@code caller.rule_days}
   */
  @Transactional
  public void set(OrganizationId organization, List<Fact> facts, int newNumberDays) {
    if (facts.isEmpty()) {
      throw Refused.invalid("caller.rule").onField("facts");
    }
    if (newNumberDays < 0 || newNumberDays > NEW_NUMBER_DAYS_MAX) {
      throw Refused.invalid("caller.rule_days", NEW_NUMBER_DAYS_MAX).onField("newNumberDays");
    }
    var me = Scopes.current().account().orElseThrow();
    var inOrder = Fact.FURTHER.stream().filter(facts::contains).toList();
    store.add(organization, new GateRuleStore.Rule(inOrder, newNumberDays), me, clock.instant());
    audit.done(Act.on(organization, "changed", "clinic", organization.value()).with("gate-rule"));
  }
}
