package health.malasakit.inquiries.gate;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.Patient;
import health.malasakit.patients.speaking.AgeOfMajority;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.patients.speaking.MinorRules;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a patient is known as herself on the telephone, and how far her record opens then. */
@Component
class Herself {

  /**
   * Below this age, in whole years, somebody on file speaks for a child; a lower one stands where
   * the clinic says that a visit may be confidential from it on, or nobody could tell her of it. No
   * law names an age: it is ours, to be confirmed by the clinic.
   */
  static final int YEARS = 12;

  private final ClinicDays days;
  private final MinorRules rules;

  Herself(ClinicDays days, MinorRules rules) {
    this.days = days;
    this.rules = rules;
  }

  /**
   * The furthest that it opens to who says that she is the patient; empty for one who died and for
   * a child. By what a minor is reached, and who speaks for her, is changed by who speaks for her.
   */
  Optional<Depth> most(Patient patient) {
    if (patient.deceased().saidSo()) {
      return Optional.empty();
    }
    var clinic = patient.organization();
    var born = patient.facts().birthDate();
    if (born.filter(day -> child(clinic, day)).isPresent()) {
      return Optional.empty();
    }
    return born.filter(day -> AgeOfMajority.minorOn(day, days.today(clinic))).isPresent()
        ? Optional.of(Depth.RECORD)
        : Optional.of(Depth.CONTACT);
  }

  /**
   * Refuses, code {@code caller.child}, a birth date that is a child's, whoever it is: that tells
   * nothing of what is on file.
   */
  void requireNoChild(OrganizationId clinic, LocalDate born) {
    if (child(clinic, born)) {
      throw Refused.invalid("caller.child", years(clinic)).onField("birthDate");
    }
  }

  private boolean child(OrganizationId clinic, LocalDate born) {
    return days.today(clinic).isBefore(born.plusYears(years(clinic)));
  }

  private int years(OrganizationId clinic) {
    return rules
        .standing(clinic)
        .flatMap(rule -> rule.fromAge())
        .filter(age -> age < YEARS)
        .orElse(YEARS);
  }
}
