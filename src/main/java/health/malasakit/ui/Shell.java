package health.malasakit.ui;

import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
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

  /** Her own clock and that of the first clinic; a page about a patient brings its own three. */
  public List<Clock> clocks() {
    var now = place.now();
    var here = Clock.of(say("ui.clock.here"), me.zone(), now, words.locale());
    return Stream.concat(
            Stream.of(here),
            clinics.stream().limit(1).map(c -> Clock.of(c.name(), c.zone(), now, words.locale())))
        .toList();
  }

  /** Her own date, hour and zone, for the head of a print. */
  public String printedAt() {
    return DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", words.locale())
        .format(place.now().atZone(me.zone()));
  }
}
