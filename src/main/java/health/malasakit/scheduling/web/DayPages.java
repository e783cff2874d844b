package health.malasakit.scheduling.web;

import health.malasakit.audit.Audit;
import health.malasakit.directory.Notice;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.Site;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.kernel.ZoneLabels;
import health.malasakit.scheduling.DayBook;
import health.malasakit.scheduling.Days;
import health.malasakit.scheduling.Visit;
import health.malasakit.ui.Choice;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together a day: what stands where, in rows of five minutes. */
@Component
class DayPages {

  private static final int FIRST_HOUR = 8;
  private static final int LAST_HOUR = 17;

  private final Days days;
  private final Sites sites;
  private final Faces faces;
  private final DayStands cards;
  private final SchedulingWords sayings;
  private final Audit audit;
  private final Clock clock;

  DayPages(
      Days days,
      Sites sites,
      Faces faces,
      DayStands cards,
      SchedulingWords sayings,
      Audit audit,
      Clock clock) {
    this.days = days;
    this.sites = sites;
    this.faces = faces;
    this.cards = cards;
    this.sayings = sayings;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  DayPage show(Site site, LocalDate date) {
    var day = days.of(site, date);
    var visits = visits(day);
    var names = faces.of(visits);
    audit.drawn(site.organization(), "day/" + site.id() + "/" + date, names.patients().keySet());
    var zone = site.zone().orElseThrow();
    var frame = frame(day, zone);
    var today = LocalDate.ofInstant(clock.instant(), zone);
    return new DayPage(
        new Whereabouts(site.organization(), List.of(zone), Optional.empty()),
        sayings.say("day.title", Moments.day(date), site.name()),
        sayings.say(date.equals(today) ? "day.under.today" : "day.under", zoneWord(frame)),
        address(site.id(), date),
        address(site.id(), date.minusDays(1)),
        address(site.id(), date.plusDays(1)),
        address(site.id(), today),
        "/openings?site=" + site.id() + "&from=" + date,
        "/schedules/" + site.id(),
        sites(date),
        frame.start().toString(),
        frame.steps(),
        zone.getId(),
        ZoneLabels.abbreviation(zone, frame.start()).orElseGet(() -> ZoneLabels.label(zone)),
        hours(frame),
        day.columns().stream().map(column -> column(column, day, names, frame)).toList(),
        notices(day),
        Scopes.current().may(site.organization(), "bulk_export", Verb.CREATE));
  }

  /** The holiday, then what is to be known, whole and one below the other. */
  private List<String> notices(DayBook day) {
    var holiday =
        day.holiday().stream()
            .map(one ->
                one.hours()
                    .map(hours -> sayings.say("day.holiday.open", one.name(), hours))
                    .orElseGet(() -> sayings.say("day.holiday", one.name())));
    var general = day.notices().stream().filter(DayPages::general).map(Notice::words);
    var ofOne =
        day.columns().stream()
            .map(DayBook.Column::practitioner)
            .flatMap(one ->
                day.notices().stream()
                    .filter(notice -> about(notice, one))
                    .map(notice -> one.name() + ": " + notice.words()));
    return Stream.of(holiday, general, ofOne).flatMap(lines -> lines).toList();
  }

  private List<Choice> sites(LocalDate date) {
    var all = sites.bookableInScope();
    return all.size() < 2
        ? List.of()
        : all.stream().map(site -> Choice.of(address(site.id(), date), site.name())).toList();
  }

  private static String address(SiteId site, LocalDate date) {
    return "/days/" + site + "/" + date;
  }

  private static String zoneWord(DayFrame frame) {
    var label = ZoneLabels.label(frame.zone());
    return ZoneLabels.abbreviation(frame.zone(), frame.start())
        .map(name -> name + " (" + label + ")")
        .orElse(label);
  }

  private static List<Visit> visits(DayBook day) {
    return day.columns().stream()
        .flatMap(column -> column.stands().stream())
        .filter(DayBook.Stands.Visiting.class::isInstance)
        .map(stands -> ((DayBook.Stands.Visiting) stands).visit())
        .toList();
  }

  /** From 8 to 17, or wider where something stands earlier or later; whole hours. */
  private static DayFrame frame(DayBook day, ZoneId zone) {
    var first = day.date().atTime(FIRST_HOUR, 0).atZone(zone).toInstant();
    var last = day.date().atTime(LAST_HOUR, 0).atZone(zone).toInstant();
    for (var column : day.columns()) {
      for (var stands : column.stands()) {
        boolean drawnForItself =
            !(stands instanceof DayBook.Stands.Shut || stands instanceof DayBook.Stands.Off);
        if (drawnForItself) {
          first = stands.from().isBefore(first) ? stands.from() : first;
          last = stands.to().isAfter(last) ? stands.to() : last;
        }
      }
    }
    var start = first.atZone(zone).truncatedTo(java.time.temporal.ChronoUnit.HOURS).toInstant();
    return new DayFrame(start, last, zone);
  }

  private static List<DayPage.Hour> hours(DayFrame frame) {
    var hours = new ArrayList<DayPage.Hour>();
    for (var at = frame.start(); at.isBefore(frame.end()); at = at.plus(Duration.ofHours(1))) {
      hours.add(new DayPage.Hour(frame.step(at), frame.hour(at)));
    }
    return hours;
  }

  private DayPage.Column column(
      DayBook.Column column, DayBook day, Faces.Names names, DayFrame frame) {
    var one = column.practitioner();
    var stands = new ArrayList<DayPage.Stand>();
    for (var each : column.stands()) {
      boolean drawn = each.to().isAfter(frame.start()) && each.from().isBefore(frame.end());
      if (drawn) {
        stands.add(cards.stand(each, new DayStands.Beside(one, day.site(), names, frame)));
      }
    }
    long booked = stands.stream().filter(stand -> stand.kind().equals("visit")).count();
    return new DayPage.Column(
        "column-" + one.id(),
        one.name(),
        sayings.say("day.visits", booked),
        "day/"
            + day.site().organization()
            + "/"
            + day.site().id()
            + "/"
            + day.date()
            + "/"
            + one.id(),
        day.notices().stream()
            .filter(notice -> about(notice, one))
            .map(Notice::words)
            .collect(Collectors.joining(" · ")),
        stands);
  }

  private static boolean general(Notice notice) {
    return switch (notice.about()) {
      case Notice.About.WholeClinic clinic -> true;
      case Notice.About.AtSite site -> true;
      case Notice.About.OfPractitioner practitioner -> false;
    };
  }

  private static boolean about(Notice notice, Practitioner one) {
    return switch (notice.about()) {
      case Notice.About.WholeClinic clinic -> false;
      case Notice.About.AtSite site -> false;
      case Notice.About.OfPractitioner(var practitioner) -> practitioner.equals(one.id());
    };
  }
}
