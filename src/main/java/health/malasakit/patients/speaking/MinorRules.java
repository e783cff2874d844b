package health.malasakit.patients.speaking;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * From which age a minor's visit may be confidential at a clinic. The states' laws differ by kind
 * of care and change; so nothing is confidential before the clinic itself has said its age (45 CFR
 * 164.502(g)(3) leaves it to state law).
 */
@Component
public class MinorRules {

  private final MinorRuleStore store;
  private final ClinicDays days;
  private final Audit audit;
  private final Clock clock;

  MinorRules(MinorRuleStore store, ClinicDays days, Audit audit, Clock clock) {
    this.store = store;
    this.days = days;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the clinic has said, the newest first: that one stands. */
  @Transactional(readOnly = true)
  public List<MinorRule.Recorded> history(OrganizationId clinic) {
    return store.all(clinic);
  }

  /** The rule that stands; empty until the clinic has said one, or when it took its word back. */
  @Transactional(readOnly = true)
  public Optional<MinorRule> standing(OrganizationId clinic) {
    return store.all(clinic).stream()
        .findFirst()
        .map(MinorRule.Recorded::rule)
        .filter(rule -> rule.fromAge().isPresent());
  }

  /**
   * Writes down what somebody of the clinic says; visits that are confidential already stay so.
   *
   * @throws Refused invalid, code {@code minors.said_on}, for a day that has not come
   */
  @Transactional
  public void say(OrganizationId clinic, MinorRule rule) {
    if (rule.saidOn().isAfter(days.today(clinic))) {
      throw Refused.invalid("minors.said_on").onField("saidOn");
    }
    var id = store.add(clinic, rule, clock.instant());
    audit.done(
        Act.on(clinic, "confirmed", "minor_rule", id)
            .with(rule.fromAge().map(age -> "from " + age).orElse("taken back")));
  }

  /**
   * Whether a visit on this date of the clinic may be confidential.
   *
   * @param visitDay on the clinic's wall
   */
  @Transactional(readOnly = true)
  public MayKeep mayKeep(OrganizationId clinic, PatientId patient, LocalDate visitDay) {
    return new Keeping(days.today(clinic), standing(clinic))
        .of(store.born(clinic, patient), visitDay);
  }

  /** The decision alone, of a clinic on a day. */
  record Keeping(LocalDate today, Optional<MinorRule> rule) {

    MayKeep of(Optional<LocalDate> known, LocalDate visitDay) {
      if (known.isEmpty()) {
        return new MayKeep.AgeUnknown();
      }
      var born = known.get();
      if (!AgeOfMajority.minorOn(born, today)) {
        return new MayKeep.OfAge();
      }
      if (rule.isEmpty()) {
        return new MayKeep.NotSaidYet();
      }
      int age = rule.get().fromAge().orElseThrow();
      var firstDay = born.plusYears(age);
      return visitDay.isBefore(firstDay)
          ? new MayKeep.TooYoung(age, firstDay)
          : new MayKeep.Yes(rule.get());
    }
  }
}
