package health.malasakit.directory;

import health.malasakit.audit.Act;
import health.malasakit.audit.Audit;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.messaging.HealthWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what is written about clinics: greeting, hours, numbers, holidays, switches. */
@Component
public class ClinicProfiles {

  private static final int GREETING_LENGTH_MAX = 1000;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final ClinicEditStore store;
  private final Audit audit;
  private final Clock clock;

  ClinicProfiles(ClinicEditStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Says how a clinic is greeted and named, and in which zone its hours are meant.
   *
   * @param seen the version that the person saw, 0 before the first saving
   * @throws Refused conflict, code {@value Stale#CODE}; invalid, codes {@code clinic.too_long},
   *     {@code clinic.neutral} for a neutral name with a word that tells of a kind of care
   */
  @Transactional
  public void describe(OrganizationId clinic, Clinic.Profile profile, long seen) {
    if (profile.greeting().length() > GREETING_LENGTH_MAX) {
      throw Refused.invalid("clinic.too_long").onField("greeting");
    }
    HealthWords.in(profile.neutralName())
        .ifPresent(word -> {
          throw Refused.invalid("clinic.neutral", word).onField("neutralName");
        });
    store.begin(clinic);
    if (!store.describe(clinic, profile, seen)) {
      throw Stale.refused();
    }
    changed(clinic, "profile");
  }

  /**
   * Says when a clinic is open.
   *
   * @param seen the version of the hours that the person saw, 0 before the first saving
   * @throws Refused conflict, code {@value Stale#CODE}
   */
  @Transactional
  public void keepHours(OrganizationId clinic, WeekHours hours, long seen) {
    store.begin(clinic);
    if (!store.keepHours(clinic, hours, seen)) {
      throw Stale.refused();
    }
    changed(clinic, "hours");
  }

  /**
   * Callers who dial this number reach this clinic.
   *
   * @throws Refused conflict, code {@code clinic.number_taken}, here or at any other clinic
   */
  @Transactional
  public void addNumber(OrganizationId clinic, ClinicNumber number) {
    if (!store.addNumber(clinic, number, clock.instant())) {
      throw Refused.conflict("clinic.number_taken").onField("number");
    }
    changed(clinic, "number added");
  }

  /** Callers who dial this number no longer reach this clinic. */
  @Transactional
  public void removeNumber(OrganizationId clinic, String e164) {
    if (store.removeNumber(clinic, e164)) {
      changed(clinic, "number removed");
    }
  }

  /**
   * A date has other hours than its weekday.
   *
   * @throws Refused conflict, code {@code clinic.holiday_taken}
   */
  @Transactional
  public void addHoliday(OrganizationId clinic, Holiday holiday) {
    if (holiday.name().isBlank()) {
      throw Refused.invalid("clinic.holiday_name").onField("name");
    }
    if (!store.addHoliday(clinic, holiday)) {
      throw Refused.conflict("clinic.holiday_taken").onField("day");
    }
    changed(clinic, "holiday " + holiday.day());
  }

  /** A date has the hours of its weekday again. */
  @Transactional
  public void removeHoliday(OrganizationId clinic, LocalDate day) {
    if (store.removeHoliday(clinic, day)) {
      changed(clinic, "no holiday " + day);
    }
  }

  /**
   * People who work from a country may no longer print, copy or take a file of this clinic's pages.
   *
   * @throws Refused invalid, code {@code clinic.country}
   */
  @Transactional
  public void switchOff(OrganizationId clinic, Clinic.SwitchedOff off) {
    if (!COUNTRIES.contains(off.country())) {
      throw Refused.invalid("clinic.country").onField("country");
    }
    if (store.switchOff(clinic, off, clock.instant())) {
      changed(clinic, off.what().code() + " off " + off.country());
    }
  }

  /** They may again. */
  @Transactional
  public void switchOn(OrganizationId clinic, Clinic.SwitchedOff off) {
    if (store.switchOn(clinic, off)) {
      changed(clinic, off.what().code() + " on " + off.country());
    }
  }

  private void changed(OrganizationId clinic, String what) {
    audit.done(Act.on(clinic, "changed", "clinic", clinic.value()).with(what));
  }
}
