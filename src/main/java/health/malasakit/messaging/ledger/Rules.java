package health.malasakit.messaging.ledger;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.messaging.Restores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether each clinic tells of visits, and when it tells what. */
@Component
public class Rules {

  private final RuleStore store;
  private final Restores restores;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Rules(
      RuleStore store,
      Restores restores,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.restores = restores;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What a clinic has said last.
   *
   * @param sends whether anything goes out at all
   */
  public record Said(boolean sends, Rule rule) {}

  /** The clinic's own, or the usual rule with nothing going out. */
  @Transactional(readOnly = true)
  public Said of(OrganizationId organization) {
    return store.newest(organization).orElse(new Said(false, Rule.USUAL));
  }

  /** Those of these clinics of which nothing goes out. */
  @Transactional(readOnly = true)
  public Set<OrganizationId> silent(Collection<OrganizationId> organizations) {
    return store.silent(organizations);
  }

  /**
   * Nothing went out in that time.
   *
   * @param until when the clinic said something else, or the same again
   */
  record Off(Instant from, Instant until) {

    /** For how long after a moment. */
    Duration after(Instant moment) {
      var begun = from.isBefore(moment) ? moment : from;
      return begun.isBefore(until) ? Duration.between(begun, until) : Duration.ZERO;
    }
  }

  /** When the clinic was off and is no more, the last times. */
  @Transactional(readOnly = true)
  List<Off> offs(OrganizationId organization) {
    return store.offs(organization);
  }

  /**
   * Whether it is planned what visits are told: also of a clinic whose messages a restore holds
   * back, until a person lets them go.
   */
  @Transactional(readOnly = true)
  public boolean plans(OrganizationId organization) {
    return restores.holds(List.of(organization)).containsKey(organization)
        || of(organization).sends();
  }

  /** From now on; visits to come are planned anew. */
  @Transactional
  public void set(OrganizationId organization, Said next) {
    change(organization, now -> next);
  }

  /**
   * From now on; visits to come are planned anew.
   *
   * @param how makes of what is said now what is said next; nobody else changes it meanwhile
   */
  @Transactional
  public void change(OrganizationId organization, UnaryOperator<Said> how) {
    var next = changed(organization, how);
    audit.done(
        Act.on(organization, "changed", "clinic", organization.value())
            .with(next.sends() ? "messages-on" : "messages-off"));
  }

  /** The same for the steps of one site. */
  @Transactional
  public void changeSite(OrganizationId organization, UUID site, UnaryOperator<Rule> how) {
    var next = changed(organization, now -> new Said(now.sends(), how.apply(now.rule())));
    audit.done(
        Act.on(organization, "changed", "site", site)
            .with(next.rule().sites().containsKey(site) ? "own-steps" : "clinic-steps"));
  }

  private Said changed(OrganizationId organization, UnaryOperator<Said> how) {
    store.alone(organization);
    var next = how.apply(of(organization));
    store.add(organization, next, clock.instant());
    events.publishEvent(new RuleChanged(organization));
    return next;
  }
}
