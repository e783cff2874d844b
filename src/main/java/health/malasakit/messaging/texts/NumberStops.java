package health.malasakit.messaging.texts;

import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers to which no text goes, whoever has them: STOP is said by a telephone, and closes it for
 * everyone behind it. What one patient allows stands with her.
 */
@Component
public class NumberStops {

  private final NumberStopStore store;
  private final Clock clock;

  NumberStops(NumberStopStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Whence it is known. */
  public enum Source {
    /** A text from that number. */
    REPLY,
    /** As the previous sender had it. */
    IMPORT,
    /** Somebody of the clinic, as she was told. */
    PERSON;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** No text goes to it from now on. False when it was closed already: then nothing is added. */
  @Transactional
  public boolean close(OrganizationId organization, Phone number, Source source) {
    return change(organization, number, source, true);
  }

  /** Texts may go to it again. False when it was not closed. */
  @Transactional
  public boolean reopen(OrganizationId organization, Phone number, Source source) {
    return change(organization, number, source, false);
  }

  private boolean change(OrganizationId organization, Phone number, Source source, boolean closed) {
    store.alone(organization, number);
    if (said(organization, number).orElse(false) == closed) {
      return false;
    }
    store.add(organization, number, new NumberStopStore.Line(source, closed, clock.instant()));
    return true;
  }

  /** Whether it is closed; empty when nobody ever said anything of it. */
  @Transactional(readOnly = true)
  public Optional<Boolean> said(OrganizationId organization, Phone number) {
    return store.newest(organization, number);
  }

  /** Those of these numbers that are closed, as digits; in one question. */
  @Transactional(readOnly = true)
  public Set<String> closed(OrganizationId organization, Collection<Phone> numbers) {
    return numbers.isEmpty() ? Set.of() : store.closed(organization, numbers);
  }
}
