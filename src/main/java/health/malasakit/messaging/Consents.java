package health.malasakit.messaging;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What patients allowed, refused and took back: a ledger that only grows. */
@Component
public class Consents {

  private static final int WORDS_LENGTH_MAX = 2000;
  private static final int SAID_BY_LENGTH_MAX = 200;
  private static final int ADDRESS_LENGTH_MAX = 254;
  private static final ZoneOffset FIRST_TO_BEGIN = ZoneOffset.ofHours(14);

  private final ConsentStore store;
  private final Audit audit;
  private final Clock clock;

  Consents(ConsentStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Writes down what she said. Taking back is a line as well.
   *
   * @throws Refused invalid, code {@code consent.words}, without the words she was shown or told;
   *     with the field when a part is too long, an address is not one of the channel, or a number
   *     given for care is taken for more; {@code consent.later} for a day that is still to come
   */
  @Transactional
  public void record(OrganizationId organization, PatientId patient, NewConsent said) {
    requireWhole(said);
    requireAddress(said);
    requireSaid(said);
    store.add(organization, patient, said, clock.instant());
    audit.done(
        Act.onPatient(organization, "changed", patient)
            .with("consent %s %s".formatted(said.channel().code(), said.purpose().code())));
  }

  private static void requireWhole(NewConsent said) {
    if (said.words().isBlank()) {
      throw Refused.invalid("consent.words").onField("words");
    }
    if (said.words().length() > WORDS_LENGTH_MAX) {
      throw Refused.invalid("consent.long", WORDS_LENGTH_MAX).onField("words");
    }
    if (said.saidBy().length() > SAID_BY_LENGTH_MAX) {
      throw Refused.invalid("consent.long", SAID_BY_LENGTH_MAX).onField("saidBy");
    }
    boolean fits =
        said.purpose() == Purpose.CARE
            && said.answer() == ConsentAnswer.GIVEN
            && said.channel().rings()
            && !said.address().isBlank();
    if (said.basis() == ConsentBasis.NUMBER_GIVEN && !fits) {
      throw Refused.invalid("consent.number_given").onField("basis");
    }
  }

  /** Nobody has said anything on a day that has begun nowhere yet. */
  private void requireSaid(NewConsent said) {
    if (said.on().isAfter(LocalDate.ofInstant(clock.instant(), FIRST_TO_BEGIN))) {
      throw Refused.invalid("consent.later").onField("on");
    }
  }

  private static void requireAddress(NewConsent said) {
    String address = said.address().strip();
    if (address.isEmpty()) {
      return;
    }
    boolean right =
        said.channel().rings()
            ? !address.contains("@")
            : said.channel() == Channel.EMAIL && address.contains("@");
    if (!right || address.length() > ADDRESS_LENGTH_MAX) {
      throw Refused.invalid("consent.address").onField("address");
    }
    try {
      var _ = key(address);
    } catch (Refused unreadable) {
      throw unreadable.onField("address");
    }
  }

  /**
   * May we use this channel and address for this purpose? Of the lines that cover it the one of the
   * latest day stands; of one day the latest, but a yes that was written down later is the last.
   */
  @Transactional(readOnly = true)
  public Permission may(OrganizationId organization, PatientId patient, Use use) {
    return store
        .latest(organization, patient, use)
        .<Permission>map(line ->
            switch (line.answer()) {
              case GIVEN -> new Permission.Given(line);
              case REFUSED, REVOKED -> new Permission.Not(line);
            })
        .orElseGet(Permission.NeverAsked::new);
  }

  /** A number or an e-mail of a patient, as written. */
  public record Reached(PatientId patient, String address) {

    @Override
    public String toString() {
      return "Reached[" + patient + "]";
    }
  }

  /** Those of these that may not be used, as {@link #may} says of each; in one question. */
  @Transactional(readOnly = true)
  public Set<Reached> refused(
      OrganizationId organization, List<Reached> all, Channel channel, Purpose purpose) {
    return all.isEmpty() ? Set.of() : store.refused(organization, all, channel, purpose);
  }

  /**
   * Of each of these the line that stands, as {@link #may} has it, in one question; nothing of one
   * of which she never said anything.
   */
  @Transactional(readOnly = true)
  public Map<Reached, ConsentLine> latest(
      OrganizationId organization, List<Reached> all, Channel channel, Purpose purpose) {
    return all.isEmpty() ? Map.of() : store.latest(organization, all, channel, purpose);
  }

  /** The whole ledger of a patient, what was said last first, at most 500 lines. */
  @Transactional(readOnly = true)
  public List<ConsentLine> ledger(OrganizationId organization, PatientId patient) {
    return store.ledger(organization, patient);
  }

  /** Under what an address is compared: digits with country code, or e-mail in lower case. */
  static String key(String address) {
    String written = address.strip();
    if (written.isEmpty() || written.contains("@")) {
      return written.toLowerCase(Locale.ROOT);
    }
    return Phone.of(written).digits();
  }
}
