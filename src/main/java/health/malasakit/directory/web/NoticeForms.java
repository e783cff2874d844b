package health.malasakit.directory.web;

import health.malasakit.directory.Clinic;
import health.malasakit.directory.Notice;
import health.malasakit.directory.Notice.About;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Site;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.directory.Span;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.kernel.WallTime;
import health.malasakit.kernel.ZoneLabels;
import health.malasakit.ui.Choice;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The form of a notice; its moments are on the clinic's wall. */
@Component
class NoticeForms {

  private static final ZoneId NO_ZONE_YET = ZoneId.of("UTC");
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final int CHOICES_MAX = 1000;
  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  private final Sites sites;
  private final Practitioners practitioners;
  private final Sayings sayings;
  private final Clock clock;

  NoticeForms(Sites sites, Practitioners practitioners, Sayings sayings, Clock clock) {
    this.sites = sites;
    this.practitioners = practitioners;
    this.sayings = sayings;
    this.clock = clock;
  }

  Drawn blank(Clinic clinic) {
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(
            sayings.say("list.notices.add"),
            sayings.say("notice.under", ZoneLabels.label(zone(clinic))),
            sayings.say("notice.put_up")),
        "/clinics/" + clinic.slug() + "/notices",
        sheet(clinic),
        Map.of(
            "about", List.of("clinic"),
            "from", List.of("today"),
            "until", List.of("today"),
            "mustRead", List.of("no")),
        0);
  }

  /** A notice that is up, to be changed. */
  Drawn of(Clinic clinic, Notice notice) {
    var details = notice.details();
    var from = details.from().atZone(zone(clinic));
    var until = details.until().atZone(zone(clinic));
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(
            sayings.say("notice.change"),
            sayings.say("notice.change.under", ZoneLabels.label(zone(clinic))),
            sayings.say("notice.replace")),
        "/clinics/" + clinic.slug() + "/notices/" + notice.id(),
        sheet(clinic),
        Map.of(
            "words", List.of(details.words()),
            "about", List.of(code(details.about())),
            "from", List.of(from.toLocalDate().toString()),
            "fromTime", List.of(HOUR.format(from)),
            "until", List.of(until.toLocalDate().toString()),
            "untilTime", List.of(HOUR.format(until)),
            "mustRead", List.of(details.mustRead() ? "yes" : "no")),
        notice.version());
  }

  private Sheet sheet(Clinic clinic) {
    return new Sheet(sayings, "notice")
        .area("words")
        .select("about", subjects(clinic))
        .brief("from", "fromTime", "until", "untilTime")
        .one(
            "mustRead",
            List.of(
                Choice.of("no", sayings.say("notice.mustRead.no")),
                Choice.of("yes", sayings.say("notice.mustRead.yes"))));
  }

  Notice.Details read(Typed typed, Clinic clinic) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone(clinic));
    LocalDate from = typed.read("from", today, text -> SpokenDate.parse(text, today).date());
    LocalDate until = typed.read("until", today, text -> SpokenDate.parse(text, today).date());
    Instant begins =
        typed.text("fromTime").isEmpty() && from.equals(today)
            ? clock.instant()
            : typed.read(
                "fromTime", clock.instant(), text -> at(from, text, LocalTime.MIDNIGHT, clinic));
    Instant ends =
        typed.text("untilTime").isEmpty()
            ? endOf(until, begins, clinic)
            : typed.read(
                "untilTime", clock.instant(), text -> at(until, text, LAST_MINUTE, clinic));
    return new Notice.Details(
        typed.read("about", new About.WholeClinic(), NoticeForms::subject),
        typed.needed("words", Sentences.of("directory.wrong.notice")),
        begins,
        ends,
        typed.text("mustRead").equals("yes"));
  }

  /** "Today" ends when the clinic closes; on a day without hours, or after them, at midnight. */
  private Instant endOf(LocalDate date, Instant begins, Clinic clinic) {
    return clinic
        .lastClosing(date)
        .filter(begins::isBefore)
        .orElseGet(() -> at(date, "", LAST_MINUTE, clinic));
  }

  String about(Clinic clinic, About about) {
    return switch (about) {
      case About.WholeClinic all -> clinic.name();
      case About.AtSite(SiteId id) ->
          sites.byIds(List.of(id)).values().stream().map(Site::name).findFirst().orElse("");
      case About.OfPractitioner(PractitionerId id) ->
          practitioners.byIds(List.of(id)).values().stream()
              .map(Practitioner::name)
              .findFirst()
              .orElse("");
    };
  }

  ZoneId zone(Clinic clinic) {
    return clinic
        .zone()
        .or(() ->
            sites.of(clinic.id()).stream()
                .filter(Site::zoneConfirmed)
                .flatMap(site -> site.zone().stream())
                .findFirst())
        .orElse(NO_ZONE_YET);
  }

  private List<Choice> subjects(Clinic clinic) {
    List<Choice> subjects = new ArrayList<>();
    subjects.add(Choice.of("clinic", sayings.say("notice.whole", clinic.name())));
    practitioners.of(clinic.id()).stream()
        .filter(Practitioner::active)
        .limit(CHOICES_MAX)
        .forEach(each -> subjects.add(Choice.of("practitioner:" + each.id(), each.name())));
    sites.of(clinic.id()).stream()
        .filter(Site::active)
        .limit(CHOICES_MAX)
        .forEach(each -> subjects.add(Choice.of("site:" + each.id(), each.name())));
    return subjects;
  }

  private static String code(About about) {
    return switch (about) {
      case About.WholeClinic all -> "clinic";
      case About.AtSite(SiteId id) -> "site:" + id;
      case About.OfPractitioner(PractitionerId id) -> "practitioner:" + id;
    };
  }

  private static About subject(String code) {
    if (code.startsWith("site:")) {
      return new About.AtSite(SiteId.of(code.substring("site:".length())));
    }
    if (code.startsWith("practitioner:")) {
      return new About.OfPractitioner(PractitionerId.of(code.substring("practitioner:".length())));
    }
    return new About.WholeClinic();
  }

  private Instant at(LocalDate date, String time, LocalTime otherwise, Clinic clinic) {
    LocalTime hour = time.isEmpty() ? otherwise : hour(time);
    return WallTime.of(date.atTime(hour), zone(clinic)).instant();
  }

  private static LocalTime hour(String text) {
    try {
      return Span.of(text + "-" + text).opens();
    } catch (Refused unreadable) {
      throw Refused.invalid("notice.time");
    }
  }
}
