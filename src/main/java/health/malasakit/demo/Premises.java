package health.malasakit.demo;

import health.malasakit.access.Organizations;
import health.malasakit.directory.Address;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicNumber;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.directory.Holiday;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.directory.Span;
import health.malasakit.directory.TransferList;
import health.malasakit.directory.TransferTarget;
import health.malasakit.directory.TransferTargetId;
import health.malasakit.directory.WeekHours;
import health.malasakit.kernel.Phone;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Clinics as callers meet them: greeting, hours, sites, and whom a call can be handed over to. */
@Component
class Premises {

  private final Organizations organizations;
  private final ClinicProfiles profiles;
  private final Sites sites;
  private final TransferList transfers;

  Premises(
      Organizations organizations, ClinicProfiles profiles, Sites sites, TransferList transfers) {
    this.organizations = organizations;
    this.profiles = profiles;
    this.sites = sites;
    this.transfers = transfers;
  }

  /**
   * On a holiday on which somebody starts the demo its clinics work all the same, though not all
   * day, so that there is a day to look at.
   */
  private static final Span ON_A_HOLIDAY = Span.of("09:00-16:00");

  /** Hours of one weekday, which are also those of its sessions. */
  static List<Span> hours(DayOfWeek day) {
    return switch (day) {
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY ->
          List.of(Span.of("08:00-12:00"), Span.of("13:00-17:00"));
      case SATURDAY -> List.of(Span.of("09:00-13:00"));
      case SUNDAY -> List.of(Span.of("10:00-14:00"));
    };
  }

  /** Hours of a date: of its weekday, as far as a holiday leaves of them. */
  static List<Span> hours(LocalDate date, List<Holiday> holidays) {
    var usual = hours(date.getDayOfWeek());
    return holidays.stream()
        .filter(holiday -> holiday.day().equals(date))
        .findFirst()
        .map(holiday ->
            holiday.hours().stream()
                .flatMap(open -> usual.stream().flatMap(span -> within(span, open).stream()))
                .toList())
        .orElse(usual);
  }

  private static Optional<Span> within(Span span, Span open) {
    var opens = span.opens().isBefore(open.opens()) ? open.opens() : span.opens();
    var closes = span.closes().isAfter(open.closes()) ? open.closes() : span.closes();
    return opens.isBefore(closes) ? Optional.of(new Span(opens, closes)) : Optional.empty();
  }

  void open(MadeClinic clinic, LocalDate today) {
    organizations.create(clinic.organization());
    var profile =
        new Clinic.Profile(clinic.greeting(), clinic.neutral(), Optional.of(clinic.zone()));
    profiles.describe(clinic.id(), profile, 0);
    var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    List.of(DayOfWeek.values()).forEach(day -> week.put(day, hours(day)));
    profiles.keepHours(clinic.id(), new WeekHours(week), 0);
    profiles.addNumber(clinic.id(), ClinicNumber.of(clinic.number(), "Main line"));
    holidays(today).forEach(holiday -> profiles.addHoliday(clinic.id(), holiday));
  }

  /** Those of the coming year, and of the past month for the book. */
  static List<Holiday> holidays(LocalDate today) {
    var days = new HashMap<LocalDate, String>();
    for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
      days.put(LocalDate.of(year, Month.JANUARY, 1), "New Year's Day");
      days.put(LocalDate.of(year, Month.JULY, 4), "Independence Day");
      days.put(
          LocalDate.of(year, Month.NOVEMBER, 1)
              .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)),
          "Thanksgiving Day");
      days.put(LocalDate.of(year, Month.DECEMBER, 25), "Christmas Day");
    }
    return days.entrySet().stream()
        .filter(day ->
            !day.getKey().isBefore(today.minusMonths(2))
                && !day.getKey().isAfter(today.plusYears(1)))
        .map(day ->
            new Holiday(
                day.getKey(),
                day.getValue(),
                Optional.of(ON_A_HOLIDAY).filter(open -> day.getKey().equals(today))))
        .toList();
  }

  /** The sites by name. */
  Map<String, Site> build(MadeClinic clinic) {
    var built = new HashMap<String, Site>();
    for (var line : Lines.of("sites", clinic.slug())) {
      var address = new Address(line.get(2), "", line.get(3), line.get(4), line.get(5));
      var book = Site.Book.valueOf(line.get(7).toUpperCase(Locale.ROOT));
      var id = sites.add(clinic.id(), new Site.Details(line.get(1), address, book));
      if (!line.get(6).equals("-")) {
        sites.confirmZone(id, ZoneId.of(line.get(6)), 1);
      }
      built.put(line.get(1), sites.get(id));
    }
    return built;
  }

  void connect(MadeClinic clinic) {
    var lines = new ArrayList<>(Lines.of("transfers", clinic.slug()));
    var known = new HashMap<String, TransferTargetId>();
    // Who falls back on another line comes after it.
    while (!lines.isEmpty()) {
      var line = lines.removeFirst();
      var next = line.get(6);
      if (next.equals("-") || known.containsKey(next)) {
        known.put(line.get(2), transfers.add(clinic.id(), target(line, known)));
      } else {
        lines.addLast(line);
      }
    }
  }

  private static TransferTarget.Details target(
      List<String> line, Map<String, TransferTargetId> known) {
    return new TransferTarget.Details(
        TransferTarget.Desk.valueOf(line.get(1).toUpperCase(Locale.ROOT)),
        line.get(2),
        Phone.of(line.get(3)),
        line.get(4),
        TransferTarget.Reach.valueOf(line.get(5).toUpperCase(Locale.ROOT)),
        WeekHours.NONE,
        new TransferTarget.Fallback(Optional.ofNullable(known.get(line.get(6))), line.get(7)));
  }
}
