package health.malasakit.access.records;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The location gate: patients who may not be seen from a country. The database's policies read it,
 * so it takes effect with the next statement, on every page and in every count.
 */
@Component
public class Restrictions {

  private final RestrictionStore store;
  private final Audit audit;
  private final Clock clock;

  Restrictions(RestrictionStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** A patient hidden from a country, by which rule. */
  public record Restriction(PatientId patient, String country, String rule, Instant since) {}

  /**
   * Hides a patient from a country; the privacy officer's act.
   *
   * @param country ISO 3166 alpha-2
   * @param rule the law, contract or wish that says so, in a few words
   */
  @Transactional
  public void hide(OrganizationId organization, PatientId patient, String country, String rule) {
    RestrictedRecords.require(organization, Verb.CREATE);
    if (!List.of(Locale.getISOCountries()).contains(country)) {
      throw Refused.invalid("country.unknown").onField("country");
    }
    if (rule.isBlank()) {
      throw Refused.invalid("rule.empty").onField("rule");
    }
    audit.done(Act.onPatient(organization, "hidden", patient).with(country));
    store.add(organization, new Restriction(patient, country, rule.strip(), clock.instant()));
  }

  /** Shows a patient again in a country. */
  @Transactional
  public void lift(OrganizationId organization, PatientId patient, String country) {
    RestrictedRecords.require(organization, Verb.DELETE);
    store.remove(organization, patient, country);
    audit.done(Act.onPatient(organization, "shown-again", patient).with(country));
  }

  /** Who is hidden from where in a clinic, newest first; 5000 at most. */
  @Transactional(readOnly = true)
  public List<Restriction> of(OrganizationId organization) {
    RestrictedRecords.require(organization, Verb.READ);
    return store.of(organization);
  }

  /** Whether a patient may not be seen from a country. */
  @Transactional(readOnly = true)
  public boolean hides(OrganizationId organization, PatientId patient, String country) {
    return store.hides(organization, patient, country);
  }
}
