package health.malasakit.patients.web;

import health.malasakit.access.Organization;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.PatientCard;
import health.malasakit.patients.search.Found;
import health.malasakit.patients.search.SearchResult;
import health.malasakit.ui.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The search field and whom it found.
 *
 * @param search number of the search, or empty
 * @param typed what was typed
 * @param state what to say when nobody is listed
 * @param focusFirst whether the first found, or with nobody the way to a new patient, has the
 *     focus: not while she still types
 * @param mayRegister whether she may register a new patient anywhere
 */
public record SearchPage(
    String search,
    String typed,
    State state,
    List<Group> groups,
    int count,
    boolean more,
    boolean otherBirthDate,
    boolean focusFirst,
    boolean mayRegister) {

  /** What became of a search. */
  public enum State {
    NOTHING_ASKED,
    FORGOTTEN,
    NOBODY,
    FOUND
  }

  /**
   * Those found in one clinic.
   *
   * @param newHref where a new patient of this clinic is registered; empty: not by her
   */
  public record Group(String clinic, String newHref, List<Line> lines) {}

  /**
   * One who may be meant.
   *
   * @param mayOpen whether a reason of hers would open the record, were it restricted
   */
  public record Line(Found found, String href, LocalDate today, boolean mayOpen) {

    public PatientCard card() {
      return found.card();
    }

    /** {@code 46 years, born 3 May 1980}. */
    public String born(Words words) {
      Optional<LocalDate> born = card().birthDate();
      return born.isEmpty()
          ? words.of("patients.born.unknown")
          : words.of("patients.born", card().ageOn(today).orElse(0), BirthDates.shown(born.get()));
    }

    /** Whether this is what tells her from the one she looks like. */
    public boolean differs(Found.Trait trait) {
      return found.likeness().map(like -> like.differs().contains(trait)).orElse(false);
    }

    /** {@code Also here: Ana Reyes, born 12 Mar 1988. Birth date and address differ.} */
    public String likeness(Words words) {
      return found
          .likeness()
          .map(like ->
              words.of(
                  like.differs().isEmpty() ? "patients.like.same" : "patients.like",
                  like.other().name(),
                  like.other().birthDate().map(BirthDates::shown).orElse("?"),
                  traits(words, like.differs())))
          .orElse("");
    }
  }

  /** Whether something was looked for. */
  public boolean asked() {
    return state == State.FOUND || state == State.NOBODY;
  }

  /** Who asks for what. */
  record Asking(String search, String typed, boolean nothing, boolean stillTyping) {}

  static SearchPage empty() {
    return nobody("", "", State.NOTHING_ASKED, false);
  }

  static SearchPage forgotten() {
    return nobody("", "", State.FORGOTTEN, false);
  }

  static SearchPage of(
      Asking asking, SearchResult result, List<Organization> clinics, LocalDate today) {
    if (result.found().isEmpty()) {
      return asking.nothing()
          ? nobody(asking.search(), asking.typed(), State.NOTHING_ASKED, false)
          : nobody(asking.search(), asking.typed(), State.NOBODY, !asking.stillTyping());
    }
    return new SearchPage(
        asking.search(),
        asking.typed(),
        State.FOUND,
        groups(asking.search(), result, clinics, today),
        result.found().size(),
        result.more(),
        result.otherBirthDate(),
        !asking.stillTyping(),
        mayRegisterAnywhere());
  }

  /** Traits in words, joined. */
  static String traits(Words words, Set<Found.Trait> traits) {
    return traits.stream()
        .map(trait -> words.of("patients.trait." + trait.name()))
        .collect(Collectors.joining(", "));
  }

  private static SearchPage nobody(String search, String typed, State state, boolean focusFirst) {
    return new SearchPage(
        search, typed, state, List.of(), 0, false, false, focusFirst, mayRegisterAnywhere());
  }

  private static boolean mayRegisterAnywhere() {
    return Scopes.current().may("patients", Verb.CREATE);
  }

  /** Clinics in the order of their closest patient. */
  private static List<Group> groups(
      String search, SearchResult result, List<Organization> clinics, LocalDate today) {
    Map<Organization, List<Line>> byClinic = new LinkedHashMap<>();
    for (Found found : result.found()) {
      clinics.stream()
          .filter(clinic -> clinic.id().equals(found.card().organization()))
          .findFirst()
          .ifPresent(clinic ->
              byClinic
                  .computeIfAbsent(clinic, none -> new ArrayList<>())
                  .add(line(found, clinic, today)));
    }
    return byClinic.entrySet().stream()
        .map(group -> group(search, group.getKey(), group.getValue()))
        .toList();
  }

  private static Group group(String search, Organization clinic, List<Line> lines) {
    boolean may = Scopes.current().may(clinic.id(), "patients", Verb.CREATE);
    String href = "/patients/new?clinic=" + clinic.slug() + "&search=" + search;
    return new Group(clinic.name(), may ? href : "", lines);
  }

  private static Line line(Found found, Organization clinic, LocalDate today) {
    boolean may = Scopes.current().may(clinic.id(), "break_glass", Verb.CREATE);
    return new Line(found, "/patients/" + clinic.slug() + "/" + found.card().id(), today, may);
  }
}
