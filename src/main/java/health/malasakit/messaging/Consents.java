package health.malasakit.messaging;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What patients allowed, refused and took back: a ledger that only grows. */
@Component
public class Consents {

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
   * @throws Refused invalid, code {@code consent.words}, without the words she was shown or told
   */
  @Transactional
  public void record(OrganizationId organization, PatientId patient, NewConsent said) {
    if (said.words().isBlank()) {
      throw Refused.invalid("consent.words").onField("words");
    }
    store.add(organization, patient, said, clock.instant());
    audit.done(
        Act.onPatient(organization, "changed", patient)
            .with("consent %s %s".formatted(said.channel().code(), said.purpose().code())));
  }

  /**
   * May we use this channel and address for this purpose? The latest line that covers it stands.
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

  /** The whole ledger of a patient, newest first, at most 500 lines. */
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
