package health.malasakit.messaging;

import static java.time.ZoneOffset.UTC;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A clinic that sends for the first time says once, by name and date, that the numbers of its files
 * were given to it for care. That is a ground for confirmations and reminders of those who never
 * said anything, and for nothing else.
 */
@Component
public class Attestations {

  private static final int NAME_LENGTH_MAX = 200;

  private final AttestationStore store;
  private final PriorOptOuts before;
  private final Audit audit;
  private final Clock clock;

  Attestations(AttestationStore store, PriorOptOuts before, Audit audit, Clock clock) {
    this.store = store;
    this.before = before;
    this.audit = audit;
    this.clock = clock;
  }

  /** What counts now; empty when nobody said it, or it was taken back. */
  @Transactional(readOnly = true)
  public Optional<Attestation> of(OrganizationId organization) {
    return store.newest(organization).filter(Attestation::counts);
  }

  /**
   * Somebody of the clinic says it.
   *
   * @param words what she was shown
   * @throws Refused invalid, code {@code attestation.first}, while nobody said who wanted no texts
   *     before; code {@code attestation.by}, without a name
   */
  @Transactional
  public void say(OrganizationId organization, String by, LocalDate on, String words) {
    if (before.of(organization).isEmpty()) {
      throw Refused.invalid("attestation.first").onField("numbers");
    }
    requireSaid(by, on, clock.instant());
    add(organization, new Attestation(by.strip(), on, words, true, clock.instant()));
  }

  /** It was not so: who never said anything is told nothing any more. */
  @Transactional
  public void takeBack(OrganizationId organization) {
    var last = of(organization).orElseThrow(() -> Refused.conflict("attestation.none"));
    add(organization, new Attestation(last.by(), last.on(), last.words(), false, clock.instant()));
  }

  /** By a name, and on no day to come. */
  static void requireSaid(String by, LocalDate on, Instant now) {
    if (by.isBlank() || by.length() > NAME_LENGTH_MAX) {
      throw Refused.invalid("attestation.by", NAME_LENGTH_MAX).onField("by");
    }
    if (on.isAfter(LocalDate.ofInstant(now, UTC).plusDays(1))) {
      throw Refused.invalid("consent.later").onField("on");
    }
  }

  private void add(OrganizationId organization, Attestation said) {
    store.add(organization, said);
    audit.done(Act.on(organization, "changed", "clinic", organization.value()).with("attestation"));
  }
}
