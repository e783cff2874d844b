package health.malasakit.ui;

import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Everything that the chrome around a page shows, given to each template as {@code shell}.
 *
 * @param nav entries of the rail that this person may use, in order
 * @param assets addresses of our own files, with their version
 */
public record Shell(
    Me me,
    List<ClinicInScope> clinics,
    Csrf csrf,
    Theme theme,
    Words words,
    List<NavEntry> nav,
    Place place,
    Assets assets) {

  /**
   * The same shell for a person who signed in.
   *
   * @param may answers whether she may do (object, verb); decides which entries she sees
   */
  public Shell signedIn(Me who, List<ClinicInScope> scope, BiPredicate<String, String> may) {
    var seen =
        nav.stream()
            .filter(e -> e.everybody() || may.test(e.object(), e.verb()))
            .sorted(Comparator.comparingInt(NavEntry::order))
            .toList();
    return new Shell(who, List.copyOf(scope), csrf, theme, words, seen, place, assets);
  }

  /** The same words and theme without any person, clinic or entry, as on a locked screen. */
  public Shell alone() {
    return new Shell(Me.NOBODY, List.of(), csrf, theme, words, List.of(), place, assets);
  }

  /** Whether she may look for a patient: then the search stands in the bar. */
  public boolean finds() {
    return nav.stream().anyMatch(entry -> entry.object().equals("patients"));
  }

  /** The words of a key in the person's language. */
  public String say(String key, Object... args) {
    return words.of(key, args);
  }

  /** Address of one of our own files, for example {@code malasakit.css}. */
  public String asset(String file) {
    return assets.href(file);
  }

  /** A fresh number that makes sending the same form twice harmless. */
  public String requestId() {
    return UUID.randomUUID().toString();
  }

  /** One clinic's name, or the first name and how many more. */
  public String scope() {
    return clinics.size() < 2
        ? clinics.stream().map(ClinicInScope::name).findFirst().orElse("")
        : words.of("ui.clinics.more", clinics.getFirst().name(), clinics.size() - 1);
  }

  /** All clinics in scope by name, for the print and the hint over the bar. */
  public String scopeNames() {
    return clinics.stream().map(ClinicInScope::name).collect(Collectors.joining(", "));
  }

  /** The same shell on a page about one clinic: its name on the print, its switches. */
  public Shell within(String slug) {
    return only(clinic -> clinic.slug().equals(slug));
  }

  /** The same for who knows the clinic by its id. */
  public Shell within(OrganizationId id) {
    return only(clinic -> clinic.id().equals(id));
  }

  private Shell only(Predicate<ClinicInScope> which) {
    var some = clinics.stream().filter(which).toList();
    return new Shell(me, some, csrf, theme, words, nav, place, assets);
  }

  /** Whether a way out of the screen (print, copy, csv) is open for every clinic of this page. */
  public boolean allows(String way) {
    return clinics.stream().noneMatch(clinic -> clinic.off().contains(way));
  }

  /** The ways out that are shut, in one attribute for styles and scripts. */
  public String shut() {
    return clinics.stream()
        .flatMap(clinic -> clinic.off().stream())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /** Her own clock, and one for each zone in which clinics of hers lie, with how many. */
  public List<Clock> clocks() {
    if (clinics.size() == 1) {
      return clocks(clinics.getFirst().zone());
    }
    var byZone =
        clinics.stream()
            .collect(
                Collectors.groupingBy(
                    ClinicInScope::zone, LinkedHashMap::new, Collectors.counting()));
    var all = new ArrayList<>(List.of(clock(say("ui.clock.here"), me.zone())));
    byZone.forEach((zone, count) -> all.add(clock(say("ui.clock.clinics", count), zone)));
    return all;
  }

  /** Her own clock and that of the clinic of this page. */
  public List<Clock> clocks(ZoneId clinic) {
    return clocks(List.of(clinic), Optional.empty());
  }

  /** The three clocks of a page about a patient. */
  public List<Clock> clocks(ZoneId clinic, ZoneId patient) {
    return clocks(List.of(clinic), Optional.of(patient));
  }

  /**
   * Her own clock, those of the zones in which this page's clinic has its sites, and the patient's.
   *
   * @param patient empty while nobody knows where the patient is, or the page is about none
   */
  public List<Clock> clocks(List<ZoneId> clinic, Optional<ZoneId> patient) {
    var all = new ArrayList<>(List.of(clock(say("ui.clock.here"), me.zone())));
    clinic.stream().distinct().forEach(zone -> all.add(clock(say("ui.clock.clinic"), zone)));
    patient.ifPresent(zone -> all.add(clock(say("ui.clock.patient"), zone)));
    return all;
  }

  private Clock clock(String whose, ZoneId zone) {
    return Clock.of(whose, zone, place.now(), words.locale());
  }

  /** Her own date, hour and zone, for the head of a print. */
  public String printedAt() {
    return Moments.dated(place.now(), me.zone());
  }
}
