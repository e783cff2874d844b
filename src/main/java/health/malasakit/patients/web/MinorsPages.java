package health.malasakit.patients.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.Organization;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.speaking.AgeOfMajority;
import health.malasakit.patients.speaking.ClinicDays;
import health.malasakit.patients.speaking.MinorRule;
import health.malasakit.patients.speaking.MinorRules;
import health.malasakit.patients.speaking.StateConsent;
import health.malasakit.ui.Errors;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together what a clinic has said about its minors, and reads what somebody says now. */
@Component
class MinorsPages {

  private final MinorRules rules;
  private final ClinicDays days;
  private final Accounts accounts;

  MinorsPages(MinorRules rules, ClinicDays days, Accounts accounts) {
    this.rules = rules;
    this.days = days;
    this.accounts = accounts;
  }

  MinorsPage.MinorForm empty() {
    return new MinorsPage.MinorForm("", "", "", "", "");
  }

  MinorsPage show(Organization clinic, MinorsPage.MinorForm form, Errors errors) {
    return new MinorsPage(
        clinic.name(),
        "/clinics/" + clinic.slug(),
        clinic.state(),
        StateConsent.in(clinic.state()),
        AgeOfMajority.read(clinic.state()),
        rules.standing(clinic.id()),
        rules.history(clinic.id()).stream().map(one -> told(clinic, one)).toList(),
        Scopes.current().may(clinic.id(), "clinics", Verb.UPDATE),
        form,
        errors);
  }

  private MinorsPage.Told told(Organization clinic, MinorRule.Recorded one) {
    var rule = one.rule();
    return new MinorsPage.Told(
        rule.fromAge().map(String::valueOf).orElse(""),
        rule.covers(),
        rule.saidBy(),
        BirthDates.shown(rule.saidOn()),
        one.by().map(accounts::nameOf).orElse("")
            + ", "
            + Moments.dated(one.at(), days.zone(clinic.id())));
  }

  /** What the form says; refused at its field. */
  MinorRule rule(Organization clinic, MinorsPage.MinorForm form) {
    LocalDate today = days.today(clinic.id());
    LocalDate on = form.saidOnTyped().isEmpty() ? today : day(form.saidOnTyped(), today);
    Optional<Integer> age = form.takesBack() ? Optional.empty() : Optional.of(age(form.ageTyped()));
    return new MinorRule(age, form.coversTyped(), form.saidByTyped(), on);
  }

  private static LocalDate day(String typed, LocalDate today) {
    try {
      return SpokenDate.parsePast(typed, today).date();
    } catch (Refused no) {
      throw no.onField("saidOn");
    }
  }

  private static int age(String typed) {
    try {
      return Integer.parseInt(typed);
    } catch (NumberFormatException notANumber) {
      throw Refused.invalid("minors.age").onField("age");
    }
  }
}
