package health.malasakit.directory.web;

import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicNumber;
import health.malasakit.directory.Holiday;
import health.malasakit.directory.Lack;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.SetUps;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.directory.Span;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.ZoneLabels;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what is known about a clinic on one page. */
@Component
class Overviews {

  private static final int NAMED_MAX = 4;

  private final SetUps setUps;
  private final Sites sites;
  private final Practitioners practitioners;
  private final Sayings sayings;
  private final Clock clock;

  Overviews(SetUps setUps, Sites sites, Practitioners practitioners, Sayings sayings, Clock clock) {
    this.setUps = setUps;
    this.sites = sites;
    this.practitioners = practitioners;
    this.sayings = sayings;
    this.clock = clock;
  }

  OverviewPage of(Clinic clinic) {
    HeadPage head = HeadPage.of(clinic);
    List<Lack> lacks = setUps.lacks(clinic);
    return new OverviewPage(
        head,
        open(clinic),
        lacks.stream().map(lack -> missing(head, lack)).toList(),
        sayings.say("missing", lacks.size()),
        List.of(profile(clinic, head), hours(clinic, head), places(clinic, head)));
  }

  /** {@code Open until 17:00 EST (New York)}, or when it opens next. */
  String open(Clinic clinic) {
    Instant now = clock.instant();
    if (clinic.zone().isEmpty() || clinic.hours().isEmpty()) {
      return sayings.say("open.unknown");
    }
    var zone = clinic.zone().get();
    if (clinic.openAt(now)) {
      return sayings.say("open.now", Moments.clock(now, zone));
    }
    return clinic
        .nextOpening(now)
        .map(next -> sayings.say("open.later", Moments.at(next, zone), Moments.relative(next, now)))
        .orElseGet(() -> sayings.say("open.never"));
  }

  private OverviewPage.Missing missing(HeadPage head, Lack lack) {
    return new OverviewPage.Missing(
        sayings.whole(lack.key(), lack.about().toArray()),
        head.mayEdit() ? lack.href() : "",
        lack.urgent());
  }

  private OverviewPage.Part profile(Clinic clinic, HeadPage head) {
    String numbers =
        clinic.numbers().stream().map(Overviews::shown).collect(Collectors.joining(", "));
    return new OverviewPage.Part(
        sayings.say("profile"),
        "speech",
        href(head, "/profile"),
        List.of(
            fact("profile.greeting", clinic.profile().greeting()),
            fact("profile.neutralName", clinic.profile().neutralName()),
            fact("list.numbers", numbers)));
  }

  private OverviewPage.Part hours(Clinic clinic, HeadPage head) {
    List<OverviewPage.Fact> facts = new ArrayList<>();
    if (!clinic.hours().isEmpty()) {
      for (DayOfWeek day : DayOfWeek.values()) {
        String spans =
            clinic.hours().on(day).stream().map(Span::toString).collect(Collectors.joining(", "));
        facts.add(
            new OverviewPage.Fact(
                sayings.say("week." + day.name().toLowerCase(java.util.Locale.ROOT)),
                spans.isEmpty() ? sayings.say("holidays.closed") : spans));
      }
    }
    facts.add(fact("zone", clinic.zone().map(ZoneLabels::label).orElse("")));
    facts.add(
        fact(
            "list.holidays",
            clinic.holidays().stream()
                .map(Holiday::day)
                .filter(day ->
                    !day.isBefore(
                        java.time.LocalDate.ofInstant(
                            clock.instant(), clinic.zone().orElse(java.time.ZoneOffset.UTC))))
                .limit(NAMED_MAX)
                .map(Moments::day)
                .collect(Collectors.joining(", "))));
    return new OverviewPage.Part(
        sayings.say("hours"), "clock", href(head, "/hours"), List.copyOf(facts));
  }

  private OverviewPage.Part places(Clinic clinic, HeadPage head) {
    List<Site> own = sites.of(clinic.id()).stream().filter(Site::active).toList();
    List<Practitioner> people =
        practitioners.of(clinic.id()).stream().filter(Practitioner::active).toList();
    return new OverviewPage.Part(
        sayings.say("places"),
        "pin",
        head.path() + "/sites",
        List.of(
            fact("list.sites", named(own.stream().map(Site::name).toList())),
            fact("list.practitioners", named(people.stream().map(Practitioner::name).toList()))));
  }

  private String named(List<String> names) {
    String first = names.stream().limit(NAMED_MAX).collect(Collectors.joining("; "));
    return names.size() > NAMED_MAX
        ? sayings.say("and_more", first, names.size() - NAMED_MAX)
        : first;
  }

  private OverviewPage.Fact fact(String key, String value) {
    return new OverviewPage.Fact(sayings.say(key), value);
  }

  private static String href(HeadPage head, String path) {
    return head.mayEdit() ? head.path() + path : "";
  }

  private static String shown(ClinicNumber number) {
    return number.label().isEmpty()
        ? number.phone().shown()
        : number.phone().shown() + " (" + number.label() + ")";
  }
}
