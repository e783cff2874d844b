package health.malasakit.ui;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private static final int PHONE_ENTRIES = 5;

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

  /** The entries that stand in the bar of a phone, which has room for five. */
  public List<NavEntry> railFirst() {
    return nav.size() <= PHONE_ENTRIES ? nav : nav.subList(0, PHONE_ENTRIES - 1);
  }

  /** Those that a phone shows behind "More"; empty when all fit. */
  public List<NavEntry> railRest() {
    return nav.subList(railFirst().size(), nav.size());
  }

  /** Addresses of what floats over every page. */
  public List<String> floats() {
    return nav.stream().map(NavEntry::floats).filter(address -> !address.isEmpty()).toList();
  }

  /** Whether she may look for a patient: then the search stands in the bar. */
  public boolean finds() {
    return nav.stream().anyMatch(entry -> entry.object().equals("patients"));
  }

  /** Whether an entry of the rail leads her there. */
  public boolean leadsTo(String href) {
    return nav.stream().anyMatch(entry -> entry.href().equals(href));
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

  /** The name of the clinic that this page is about, or the first name and how many more. */
  public String scope() {
    return clinics.isEmpty() || about().isPresent()
        ? about().map(ClinicInScope::name).orElse("")
        : words.of("ui.clinics.more", clinics.getFirst().name(), clinics.size() - 1);
  }

  /** The clinic of this page, or all in scope, by name: for the print and the hint over the bar. */
  public String scopeNames() {
    return about()
        .map(Stream::of)
        .orElseGet(clinics::stream)
        .map(ClinicInScope::name)
        .collect(Collectors.joining(", "));
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

  /**
   * Her own clock and that of the clinic in the page's address; on a page about several, one for
   * each zone in which clinics of hers lie, with how many, the most first.
   */
  public List<Clock> clocks() {
    var about = about();
    if (about.isPresent()) {
      return clocks(about.get().zone());
    }
    var strip = new ClockStrip().add(say("ui.clock.here"), me.zone());
    clinics.stream()
        .collect(groupingBy(ClinicInScope::zone, LinkedHashMap::new, counting()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.<ZoneId, Long>comparingByValue().reversed())
        .forEach(zone -> strip.add(say("ui.clock.clinics", zone.getValue()), zone.getKey()));
    return strip.at(place.now(), words.locale());
  }

  /** The one clinic that this page is about, as far as its address or her scope says so. */
  private Optional<ClinicInScope> about() {
    return clinics.size() == 1
        ? Optional.of(clinics.getFirst())
        : clinics.stream().filter(clinic -> place.names(clinic)).findFirst();
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
   * Her own clock, that of the clinic, the patient's; then those of other zones in which the page's
   * clinic has its sites. Who shares a place shares its clock.
   *
   * @param patient empty while nobody knows where the patient is, or the page is about none
   */
  public List<Clock> clocks(List<ZoneId> clinic, Optional<ZoneId> patient) {
    var strip = new ClockStrip().add(say("ui.clock.here"), me.zone());
    clinic.stream().limit(1).forEach(zone -> strip.add(say("ui.clock.clinic"), zone));
    patient.ifPresent(zone -> strip.add(say("ui.clock.patient"), zone));
    clinic.stream().skip(1).forEach(zone -> strip.add(say("ui.clock.clinic"), zone));
    return strip.at(place.now(), words.locale());
  }

  /** Her own date, hour and zone, for the head of a print. */
  public String printedAt() {
    return Moments.dated(place.now(), me.zone());
  }
}
