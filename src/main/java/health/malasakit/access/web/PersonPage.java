package health.malasakit.access.web;

import health.malasakit.access.Colleague;
import health.malasakit.access.Organization;
import health.malasakit.access.Role;
import health.malasakit.access.WorkCountries;
import health.malasakit.ui.Choice;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One person of a clinic.
 *
 * @param assignable the roles the reader may give
 * @param mayChange whether the reader may give roles, a new password and sign her out
 * @param mayClose whether the reader may take her out of the clinic
 * @param from from which countries she may work
 * @param mayReset whether the reader may ask for her second factor to be taken away
 */
public record PersonPage(
    Organization clinic,
    Colleague one,
    Set<Role> assignable,
    boolean mayChange,
    boolean mayClose,
    boolean mayReset,
    From from) {

  /**
   * The countries she may work from, as a form.
   *
   * @param known those to tick: hers, and the one she was last in
   * @param ticked codes of those that are ticked
   * @param more every other country
   * @param open whether nothing is said yet, so that she may from any
   * @param reach how far the reader may change them
   * @param error what was wrong with what was sent, or empty
   */
  public record From(
      List<Choice> known,
      Set<String> ticked,
      List<Choice> more,
      boolean open,
      WorkCountries.Reach reach,
      String error) {

    static From of(Colleague one, Set<String> hers, WorkCountries.Reach reach, Locale locale) {
      var shown = new HashSet<>(hers);
      if (hers.isEmpty() || reach == WorkCountries.Reach.ADD) {
        shown.add(one.country());
      }
      var more =
          Places.countries(locale).stream()
              .filter(choice -> !shown.contains(choice.value()))
              .toList();
      return new From(
          Places.among(shown, locale),
          hers.isEmpty() ? Set.of(one.country()) : hers,
          more,
          hers.isEmpty(),
          reach,
          "");
    }

    /**
     * Whether one that she does not have may be chosen: while she may from any, each takes away.
     */
    public boolean mayAdd() {
      return open || reach == WorkCountries.Reach.ADD;
    }

    /** Whether the reader may change anything of it. */
    public boolean mayChange() {
      return reach != WorkCountries.Reach.NOTHING;
    }

    From wrong(String sentence) {
      return new From(known, ticked, more, open, reach, sentence);
    }
  }

  /** Whether the reader may say what she is: not of who stands above a team. */
  public boolean mayGiveRoles() {
    return mayChange && assignable.containsAll(one.roles());
  }

  /** Whether the reader may do what opens all of her clinics. */
  public boolean reachesAll() {
    return from.reach() == WorkCountries.Reach.ADD;
  }

  /** Whether the reader may do anything for her but say what she is and where she works. */
  public boolean mayAct() {
    boolean opens = reachesAll() && (mayChange || mayReset);
    return opens || mayClose || (mayChange && from.mayChange());
  }

  /** Codes of the roles she has here. */
  public Set<String> held() {
    return one.roles().stream().map(Role::code).collect(Collectors.toSet());
  }
}
