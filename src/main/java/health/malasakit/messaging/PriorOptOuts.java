package health.malasakit.messaging;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who wanted no messages from whoever sent for a clinic before: the clinic takes that list over, or
 * says by name and date that there is none. Without one of both it does not speak for its files.
 */
@Component
public class PriorOptOuts {

  private final PriorOptOutStore store;
  private final Audit audit;
  private final Clock clock;

  PriorOptOuts(PriorOptOutStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** What was said last; empty when nobody said anything. */
  @Transactional(readOnly = true)
  public Optional<PriorOptOut> of(OrganizationId organization) {
    return store.newest(organization);
  }

  /**
   * A list of so many numbers was taken over; whoever did it audits it.
   *
   * @param on the clinic's day
   */
  @Transactional
  public void taken(OrganizationId organization, int numbers, LocalDate on) {
    store.add(organization, new PriorOptOut(numbers, "", on, "", clock.instant()));
  }

  /**
   * Somebody of the clinic says that there is none.
   *
   * @param words what she was shown
   * @throws Refused invalid, code {@code attestation.by}, without a name
   */
  @Transactional
  public void none(OrganizationId organization, String by, LocalDate on, String words) {
    Attestations.requireSaid(by, on, clock.instant());
    store.add(organization, new PriorOptOut(0, by.strip(), on, words, clock.instant()));
    audit.done(Act.on(organization, "changed", "clinic", organization.value()).with("no-opt-outs"));
  }
}
