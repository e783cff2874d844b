package health.malasakit.messaging.texts;

import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private static final int WORDS_LENGTH_MAX = 2000;

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
    PERSON,
    /** She took that back at once. */
    UNDONE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Source of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * Why a person opens a number again.
   *
   * @param heard how it was asked for; empty where an import is set right
   * @param words what was asked for, or why the import was wrong
   * @param on the clinic's day on which it was asked for
   */
  public record Ground(String heard, String words, Optional<LocalDate> on) {

    static final Ground NONE = new Ground("", "", Optional.empty());

    @Override
    public String toString() {
      return "Ground";
    }
  }

  /**
   * What is said of a number, in digits; the newest line of a number counts.
   *
   * @param by empty for a text from it
   */
  public record Line(
      String digits,
      Source source,
      boolean closed,
      Instant at,
      Optional<AccountId> by,
      Ground ground) {

    @Override
    public String toString() {
      return "Line[" + source + "]";
    }
  }

  /**
   * No text goes to it from now on. False when it was closed already: then nothing is added, but
   * for its own word, which counts for more than what anybody else said of it.
   */
  @Transactional
  public boolean close(OrganizationId organization, Phone number, Source source) {
    store.alone(organization);
    if (source == Source.REPLY
        && newest(organization, number)
            .filter(line -> line.closed() && line.source() != Source.REPLY)
            .isPresent()) {
      store.add(organization, number, new Change(source, true, Ground.NONE), clock.instant());
      return true;
    }
    return change(organization, number, new Change(source, true, Ground.NONE));
  }

  /** Closes those of a list of the previous sender that are not closed. */
  @Transactional
  public void closeAll(OrganizationId organization, Collection<Phone> numbers) {
    store.alone(organization);
    store.importAll(organization, numbers, clock.instant());
  }

  /** Texts may go to it again. False when it was not closed. */
  @Transactional
  public boolean reopen(OrganizationId organization, Phone number, Source source) {
    return change(organization, number, new Change(source, false, Ground.NONE));
  }

  /**
   * Whoever closed it just now did so by mistake.
   *
   * @param since when that was at the earliest
   * @throws Refused conflict, code {@code number_stop.undo}, when anything else closed it, or
   *     longer ago
   */
  @Transactional
  public void takeBack(OrganizationId organization, Phone number, Instant since) {
    store.alone(organization);
    var mine = Scopes.current().account();
    var closing =
        newest(organization, number)
            .filter(line -> line.closed() && line.source() == Source.PERSON)
            .filter(line -> line.by().equals(mine) && !line.at().isBefore(since));
    if (closing.isEmpty()) {
      throw Refused.conflict("number_stop.undo");
    }
    store.add(organization, number, new Change(Source.UNDONE, false, Ground.NONE), clock.instant());
  }

  /**
   * Texts may go to it again, because whoever has it asked a person for them. A STOP that comes
   * later closes it again.
   *
   * @throws Refused invalid on a field, codes {@code number_stop.words} without what was asked for,
   *     {@code number_stop.long}; conflict, code {@code number_stop.open}, when it is not closed
   */
  @Transactional
  public void openAsAsked(OrganizationId organization, Phone number, Ground ground) {
    requireWords(ground);
    if (!change(organization, number, new Change(Source.PERSON, false, ground))) {
      throw Refused.conflict("number_stop.open").onField("number");
    }
  }

  /**
   * It stood wrongly in what was taken over from the previous sender.
   *
   * @throws Refused as {@link #openAsAsked}; conflict, code {@code number_stop.not_import}, when it
   *     is closed by anything else
   */
  @Transactional
  public void correctImport(OrganizationId organization, Phone number, String why) {
    var ground = new Ground("", why.strip(), Optional.empty());
    requireWords(ground);
    store.alone(organization);
    if (newest(organization, number)
        .filter(line -> line.closed() && line.source() != Source.IMPORT)
        .isPresent()) {
      throw Refused.conflict("number_stop.not_import").onField("number");
    }
    if (!change(organization, number, new Change(Source.IMPORT, false, ground))) {
      throw Refused.conflict("number_stop.open").onField("number");
    }
  }

  private static void requireWords(Ground ground) {
    if (ground.words().isBlank()) {
      throw Refused.invalid("number_stop.words").onField("words");
    }
    if (ground.words().length() > WORDS_LENGTH_MAX) {
      throw Refused.invalid("number_stop.long", WORDS_LENGTH_MAX).onField("words");
    }
  }

  /** What changes, whence it is known, and why. */
  record Change(Source source, boolean closed, Ground ground) {}

  private boolean change(OrganizationId organization, Phone number, Change change) {
    store.alone(organization);
    if (said(organization, number).orElse(false) == change.closed()) {
      return false;
    }
    store.add(organization, number, change, clock.instant());
    return true;
  }

  /** The line that counts. */
  @Transactional(readOnly = true)
  public Optional<Line> newest(OrganizationId organization, Phone number) {
    return store.lines(organization, List.of(number)).stream().findFirst();
  }

  /** How these numbers stand, by their digits; in one question. */
  @Transactional(readOnly = true)
  public Map<String, NumberStand> stands(OrganizationId organization, Collection<Phone> numbers) {
    return numbers.isEmpty() ? Map.of() : store.stands(organization, numbers);
  }

  /** Everything that was said of these numbers, the latest first; 200 lines at most. */
  @Transactional(readOnly = true)
  public List<Line> lines(OrganizationId organization, Collection<Phone> numbers) {
    return numbers.isEmpty() ? List.of() : store.lines(organization, numbers);
  }

  /** Numbers that had been taken over wrongly, the latest first; 20 at most. */
  @Transactional(readOnly = true)
  public List<Line> corrected(OrganizationId organization) {
    return store.corrected(organization);
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
