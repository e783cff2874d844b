package health.malasakit.patients.web;

import health.malasakit.access.Organization;
import health.malasakit.patients.search.LookAlike;
import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import health.malasakit.ui.Languages;
import health.malasakit.ui.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The form for a new patient and who of the clinic may be meant.
 *
 * @param registration the number of this registration in progress
 * @param clinics where she may be registered, by slug
 * @param clinic where she is registered; with several clinics nobody chooses it but the person
 * @param echo her birth date in words, or empty
 * @param minor whether a responsible adult is asked for
 * @param duringCall whether a caller is on the line: then others who look alike are not shown
 */
public record RegistrationPage(
    UUID registration,
    PersonForm form,
    List<Organization> clinics,
    Optional<Organization> clinic,
    Errors errors,
    String echo,
    boolean minor,
    List<Alike> alike,
    LocalDate today,
    boolean duringCall) {

  /** Somebody who may be meant, and whether it was said that she is not. */
  public record Alike(LookAlike one, String href, boolean declined) {

    /** {@code Not Ana Reyes, born 3 May 1980}: what is said to decline her. */
    public String not(Words words) {
      if (one.restricted()) {
        return words.of(
            one.same().isEmpty() ? "patients.alike.notHidden" : "patients.alike.notHidden.born");
      }
      return words.of(
          "patients.alike.not",
          one.card().name(),
          one.card().birthDate().map(BirthDates::shown).orElse("?"));
    }

    public String born() {
      return one.card().birthDate().map(BirthDates::shown).orElse("-");
    }

    public String same(Words words) {
      return SearchPage.traits(words, one.same());
    }

    public boolean differs(String trait) {
      return one.differs().stream().anyMatch(known -> known.name().equals(trait));
    }
  }

  /** True when the fields of the adult have to appear or go: the form says whether they stand. */
  public boolean adultChanges() {
    return minor != form.of("adultAsked").equals("yes");
  }

  public List<Choice> languages() {
    return Languages.with(form.of("language"));
  }

  /** Slug of the clinic, or empty while it has to be chosen. */
  public String clinicSlug() {
    return clinic.map(Organization::slug).orElse("");
  }

  public List<Choice> clinicChoices() {
    return clinics.stream().map(one -> Choice.of(one.slug(), one.name())).toList();
  }

  public Set<String> sex() {
    return Set.of(form.of("sex"));
  }

  public Set<String> interpreter() {
    return Set.of(form.of("interpreter"));
  }

  /** True when a search brought along what was typed there: no older draft goes over it. */
  public boolean begun() {
    return !form.of("given").isEmpty() || !form.of("family").isEmpty();
  }

  /** True when somebody of the list has not been declined. */
  public boolean undecided() {
    return alike.stream().anyMatch(one -> !one.declined());
  }
}
