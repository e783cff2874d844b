package health.malasakit.messaging.mail;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.messaging.ConsentLine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses to which no e-mail goes, whoever has them: who wanted none from whoever sent for the
 * clinic before. What one patient allows later opens it for her.
 */
@Component
public class MailStops {

  private static final int WORDS_LENGTH_MAX = 2000;

  private final MailStopStore store;
  private final Clock clock;

  MailStops(MailStopStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What is said of an address; the newest line of an address counts.
   *
   * @param address in lower case
   * @param words why it was opened
   * @param on the clinic's day
   */
  public record Line(
      String address,
      boolean closed,
      LocalDate on,
      String words,
      Instant at,
      Optional<AccountId> by) {

    /**
     * Whether it is closed for a patient.
     *
     * @param yes what she allowed; it counts when it was said on no earlier day than the list was
     *     taken over, and written down after it
     */
    public boolean isClosedTo(Optional<ConsentLine> yes) {
      return closed
          && yes.filter(said -> said.at().isAfter(at) && !said.on().isBefore(on)).isEmpty();
    }

    @Override
    public String toString() {
      return "Line[" + closed + "]";
    }
  }

  /**
   * Closes those of a list that are not closed.
   *
   * @param on the clinic's day
   */
  @Transactional
  public void closeAll(
      OrganizationId organization, Collection<EmailAddress> addresses, LocalDate on) {
    if (addresses.isEmpty()) {
      return;
    }
    store.alone(organization);
    store.closeAll(organization, addresses, new MailStopStore.Said("", on, clock.instant()));
  }

  /**
   * It stood wrongly in what was taken over.
   *
   * @param why what was wrong
   * @param on the clinic's day
   * @throws Refused invalid on the field {@code words}, codes {@code number_stop.words}, {@code
   *     number_stop.long}; conflict on {@code number}, code {@code mail_stop.open}
   */
  @Transactional
  public void correct(OrganizationId organization, EmailAddress address, String why, LocalDate on) {
    if (why.isBlank()) {
      throw Refused.invalid("number_stop.words").onField("words");
    }
    if (why.length() > WORDS_LENGTH_MAX) {
      throw Refused.invalid("number_stop.long", WORDS_LENGTH_MAX).onField("words");
    }
    store.alone(organization);
    if (store.newest(organization, address).filter(Line::closed).isEmpty()) {
      throw Refused.conflict("mail_stop.open").onField("number");
    }
    store.open(organization, address, new MailStopStore.Said(why.strip(), on, clock.instant()));
  }

  /** What was set right, the latest first; 20 at most. */
  @Transactional(readOnly = true)
  public List<Line> corrected(OrganizationId organization) {
    return store.corrected(organization);
  }

  /** The lines that close any of these, by address in lower case; in one question. */
  @Transactional(readOnly = true)
  public Map<String, Line> closed(OrganizationId organization, Collection<EmailAddress> addresses) {
    return addresses.isEmpty()
        ? Map.of()
        : store.closed(organization, addresses).stream()
            .collect(Collectors.toMap(Line::address, Function.identity()));
  }
}
