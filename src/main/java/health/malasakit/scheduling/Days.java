package health.malasakit.scheduling;

import health.malasakit.directory.Notices;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Site;
import health.malasakit.scheduling.Occupancy.Taken;
import health.malasakit.scheduling.book.FreeTime;
import health.malasakit.scheduling.book.SiteBook;
import health.malasakit.scheduling.book.SiteBooks;
import health.malasakit.scheduling.book.Stretch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The day of a site, as everybody there sees it. */
@Component
public class Days {

  private static final Duration QUARTER = Duration.ofMinutes(15);

  /** All that a day holds, before it is sorted into columns. */
  private record Facts(
      SiteBook book, LocalDate date, List<Visit> visits, List<Hold> holds, List<Taken> taken) {}

  private final Visits visits;
  private final HoldStore holds;
  private final SiteBooks books;
  private final Occupancy occupancy;
  private final Practitioners practitioners;
  private final Notices notices;
  private final Clock clock;

  Days(
      Visits visits,
      HoldStore holds,
      SiteBooks books,
      Occupancy occupancy,
      Practitioners practitioners,
      Notices notices,
      Clock clock) {
    this.visits = visits;
    this.holds = holds;
    this.books = books;
    this.occupancy = occupancy;
    this.practitioners = practitioners;
    this.notices = notices;
    this.clock = clock;
  }

  /** What stands on a date of the site's own calendar. Writes no audit. */
  @Transactional(readOnly = true)
  public DayBook of(Site site, LocalDate date) {
    var book = books.of(site, date);
    var day = book.dayOf(date);
    var now = clock.instant();
    // Of today, what is over already is not said any more.
    var from = day.to().isAfter(now) ? later(now, day.from()) : day.from();
    var booked = visits.on(site, date);
    var held = holds.atSite(site.organization(), site.id(), day, now);
    var people = people(book, date, booked);
    var watched = people.stream().map(one -> Bookable.practitioner(one.id())).toList();
    var taken = occupancy.taken(site.organization(), watched, day);
    var facts = new Facts(book, date, booked, held, taken);
    return new DayBook(
        site,
        date,
        day.from(),
        day.to(),
        book.holiday(date),
        people.stream().map(one -> column(one, facts)).toList(),
        notices.between(from, day.to()).stream()
            .filter(notice -> notice.organization().equals(site.organization()))
            .toList());
  }

  /** Whoever has a session that day, and whoever has a visit all the same. */
  private List<Practitioner> people(SiteBook book, LocalDate date, List<Visit> booked) {
    Set<PractitionerId> ids = new HashSet<>();
    book.sessions().stream()
        .filter(session -> session.when().on(date))
        .forEach(session -> ids.add(session.practitioner()));
    booked.stream().flatMap(visit -> visit.place().practitioner().stream()).forEach(ids::add);
    return practitioners.byIds(ids).values().stream()
        .sorted(Comparator.comparing(Practitioner::name))
        .toList();
  }

  private DayBook.Column column(Practitioner one, Facts facts) {
    var hours = facts.book().open(one.id(), facts.date(), session -> true);
    var stands = new ArrayList<>(off(hours, facts));
    var known = new HashSet<UUID>();
    facts.visits().stream()
        .filter(visit -> visit.place().practitioner().filter(one.id()::equals).isPresent())
        .forEach(visit -> {
          known.add(visit.id().value());
          if (!(visit.status() instanceof VisitStatus.Cancelled)) {
            stands.add(new DayBook.Stands.Visiting(visit));
          }
        });
    facts.holds().stream()
        .filter(hold -> hold.where().practitioner().equals(one.id()))
        .forEach(hold -> {
          known.add(hold.id().value());
          stands.add(new DayBook.Stands.Held(hold));
        });
    var taken = facts.taken().stream().filter(rowsOf(one)).toList();
    taken.stream()
        .filter(row -> !known.contains(row.holder()))
        .forEach(row -> stands.add(new DayBook.Stands.Busy(row.when().from(), row.when().to())));
    stands.addAll(shut(one, facts));
    stands.addAll(open(hours, facts, taken));
    stands.sort(Comparator.comparing(DayBook.Stands::from));
    return new DayBook.Column(one, stands);
  }

  private static Predicate<Taken> rowsOf(Practitioner one) {
    var bookable = Bookable.practitioner(one.id());
    return row -> row.what().equals(bookable);
  }

  /** What a day of this practitioner has around and between the hours. */
  private static List<DayBook.Stands> off(List<Stretch> hours, Facts facts) {
    var day = facts.book().dayOf(facts.date());
    return FreeTime.without(List.of(day), hours).stream()
        .<DayBook.Stands>map(left -> new DayBook.Stands.Off(left.from(), left.to()))
        .toList();
  }

  private static List<DayBook.Stands> shut(Practitioner one, Facts facts) {
    var day = facts.book().dayOf(facts.date());
    var closures =
        facts.book().closures().stream()
            .filter(closure -> closure.closes(one.id()))
            .filter(closure -> closure.when().stretch().overlaps(day))
            .<DayBook.Stands>map(closure -> {
              var when = closure.when().stretch();
              return new DayBook.Stands.Shut(
                  later(when.from(), day.from()), earlier(when.to(), day.to()), closure.reason());
            });
    return closures.toList();
  }

  /** Quarter hours that can still be booked. */
  private List<DayBook.Stands> open(List<Stretch> hours, Facts facts, List<Taken> taken) {
    var busy = Stream.concat(taken.stream().map(Taken::when), Stream.of(gone(facts))).toList();
    var free = FreeTime.without(hours, busy);
    return FreeTime.starts(free, QUARTER).stream()
        .<DayBook.Stands>map(start -> new DayBook.Stands.Open(start, start.plus(QUARTER)))
        .toList();
  }

  /** What has passed cannot be booked. */
  private Stretch gone(Facts facts) {
    var day = facts.book().dayOf(facts.date());
    var now = clock.instant();
    return new Stretch(day.from(), later(now, day.from()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
