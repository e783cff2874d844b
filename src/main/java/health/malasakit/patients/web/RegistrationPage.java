package health.malasakit.patients.web;

import health.malasakit.access.Organization;
import health.malasakit.patients.search.LookAlike;
import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import health.malasakit.ui.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The form for a new patient and who of the clinic may be meant.
 *
 * @param clinics where she may be registered, by slug
 * @param echo her birth date in words, or empty
 * @param minor whether a responsible adult is asked for
 */
public record RegistrationPage(
    PersonForm form,
    List<Organization> clinics,
    Organization clinic,
    Errors errors,
    String echo,
    boolean minor,
    List<Alike> alike,
    LocalDate today) {

  /** Somebody who may be meant, and whether it was said that she is not. */
  public record Alike(LookAlike one, String href, boolean declined) {

    /** {@code Ana Reyes, born 3 May 1980}. */
    public String who(Words words) {
      return one.restricted()
          ? words.of("patients.restricted")
          : words.of(
              "patients.alike.who",
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

  public List<Choice> languages() {
    return Languages.with(form.of("language"));
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

  /** True when somebody of the list has not been declined. */
  public boolean undecided() {
    return alike.stream().anyMatch(one -> !one.declined());
  }
}
