package health.malasakit.scheduling;

import health.malasakit.directory.Practitioner;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Resource;
import health.malasakit.directory.Resources;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.WallTime;
import health.malasakit.scheduling.Occupancy.Taken;
import health.malasakit.scheduling.book.FreeTime;
import health.malasakit.scheduling.book.Session;
import health.malasakit.scheduling.book.SiteBook;
import health.malasakit.scheduling.book.SiteBooks;
import health.malasakit.scheduling.book.Stretch;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Times that can be booked. They follow from sessions, closures and time taken, are computed day by
 * day until enough are found, and are stored nowhere.
 */
@Component
public class Openings {

  /** Nobody books further ahead than this. */
  public static final int DAYS_AHEAD_MAX = 180;

  /** Most callers take a time of the next days; so the first look is short. */
  private static final int[] DAYS_AT_ONCE = {1, 2, 4, 7, 14, 28};

  /** A kind of visit with somebody at some site: a row in which openings may be found. */
  private record Candidate(
      SiteBook book, Practitioner practitioner, VisitType type, List<Resource> things) {

    List<Bookable> watched() {
      return Stream.concat(
              Stream.of(Bookable.practitioner(practitioner.id())),
              things.stream().map(Bookable::resource))
          .toList();
    }
  }

  private final Sites sites;
  private final Practitioners practitioners;
  private final VisitTypes types;
  private final Resources resources;
  private final SiteBooks books;
  private final Occupancy occupancy;
  private final Clock clock;

  Openings(
      Sites sites,
      Practitioners practitioners,
      VisitTypes types,
      Resources resources,
      SiteBooks books,
      Occupancy occupancy,
      Clock clock) {
    this.sites = sites;
    this.practitioners = practitioners;
    this.types = types;
    this.resources = resources;
    this.books = books;
    this.occupancy = occupancy;
    this.clock = clock;
  }

  /** The earliest, at most {@code count}; what one practitioner gives, every start once. */
  @Transactional(readOnly = true)
  public List<Opening> soonest(OpeningsWanted wanted, int count) {
    return look(wanted, count, opening -> opening);
  }

  /**
   * The earliest to be said aloud, at most {@code count}: each hour of a place once, with whoever
   * comes first, and none that was said already.
   */
  @Transactional(readOnly = true)
  public List<Opening> toSay(OpeningsWanted wanted, int count, Collection<Opening> said) {
    var known = said.stream().map(Opening::hour).collect(Collectors.toSet());
    return look(wanted, count + known.size(), Opening::hour).stream()
        .filter(opening -> !known.contains(opening.hour()))
        .limit(count)
        .toList();
  }

  /** Looks further until there are enough that differ. */
  private List<Opening> look(
      OpeningsWanted wanted, int count, Function<Opening, Object> difference) {
    var candidates = candidates(wanted);
    var found = new ArrayList<Opening>();
    var day = wanted.from();
    for (int look = 0; !enough(found, count, difference) && !day.isAfter(wanted.to()); look++) {
      int days = DAYS_AT_ONCE[Math.min(look, DAYS_AT_ONCE.length - 1)];
      var last = day.plusDays(days - 1L);
      var until = last.isAfter(wanted.to()) ? wanted.to() : last;
      found.addAll(between(candidates, wanted, day, until));
      day = until.plusDays(1);
    }
    var seen = new HashSet<Object>();
    return found.stream()
        .sorted(Opening.EARLIEST_FIRST)
        .filter(opening -> seen.add(difference.apply(opening)))
        .limit(count)
        .toList();
  }

  private static boolean enough(
      List<Opening> found, int count, Function<Opening, Object> difference) {
    return found.size() >= count && found.stream().map(difference).distinct().count() >= count;
  }

  private List<Candidate> candidates(OpeningsWanted wanted) {
    var places =
        sites.bookableInScope().stream()
            .filter(site -> wanted.organizations().contains(site.organization()))
            .filter(site -> site.book() == Site.Book.OURS && wanted.site(site.id()))
            .toList();
    var kinds = types.byIds(wanted.types()).values().stream().filter(VisitType::active).toList();
    var found = new ArrayList<Candidate>();
    for (var book : books.of(places, wanted.from(), wanted.to())) {
      var fitting =
          kinds.stream()
              .filter(type -> type.organization().equals(book.site().organization()))
              .toList();
      if (!fitting.isEmpty() && !book.sessions().isEmpty()) {
        found.addAll(candidates(book, fitting, wanted));
      }
    }
    return found;
  }

  private List<Candidate> candidates(SiteBook book, List<VisitType> kinds, OpeningsWanted wanted) {
    var seeing = book.sessions().stream().map(Session::practitioner).collect(Collectors.toSet());
    var people =
        practitioners.byIds(seeing).values().stream()
            .filter(Practitioner::active)
            .filter(one -> wanted.practitioner(one.id()))
            .filter(one -> wanted.speaks(new HashSet<>(one.details().languages())))
            .toList();
    boolean needed = kinds.stream().anyMatch(type -> !type.takes().isEmpty());
    var things = needed ? resources.at(book.site()) : List.<Resource>of();
    return people.stream()
        .flatMap(one ->
            kinds.stream()
                .filter(type -> type.givenBy(one.id()))
                .map(type -> new Candidate(book, one, type, meeting(type, things))))
        .toList();
  }

  private static List<Resource> meeting(VisitType type, List<Resource> things) {
    return things.stream().filter(thing -> type.takes().stream().anyMatch(thing::meets)).toList();
  }

  private List<Opening> between(
      Collection<Candidate> candidates, OpeningsWanted wanted, LocalDate from, LocalDate to) {
    var found = new ArrayList<Opening>();
    var byClinic =
        candidates.stream().collect(Collectors.groupingBy(one -> one.book().site().organization()));
    byClinic.forEach((organization, there) -> {
      var watched = there.stream().flatMap(one -> one.watched().stream()).distinct().toList();
      var taken = occupancy.taken(organization, watched, stretch(there, from, to));
      for (var candidate : there) {
        from.datesUntil(to.plusDays(1))
            .filter(wanted::on)
            .forEach(date -> found.addAll(on(date, candidate, wanted, taken)));
      }
    });
    return found;
  }

  private static Stretch stretch(List<Candidate> there, LocalDate from, LocalDate to) {
    var first = there.stream().map(one -> one.book().dayOf(from).from()).min(Instant::compareTo);
    var last = there.stream().map(one -> one.book().dayOf(to).to()).max(Instant::compareTo);
    return new Stretch(first.orElseThrow(), last.orElseThrow());
  }

  private List<Opening> on(
      LocalDate date, Candidate candidate, OpeningsWanted wanted, List<Taken> taken) {
    var one = candidate.practitioner().id();
    var type = candidate.type();
    var open = candidate.book().open(one, date, session -> session.types().contains(type.id()));
    if (open.isEmpty()) {
      return List.of();
    }
    var busy = busy(taken, Bookable.practitioner(one));
    var earliest = clock.instant().plus(type.leastNotice());
    var zone = candidate.book().zone();
    var free = FreeTime.without(open, busy);
    return FreeTime.starts(free, type.length()).stream()
        .filter(start -> !start.isBefore(earliest))
        .filter(start -> wanted.after().isEmpty() || start.isAfter(wanted.after().get()))
        .map(start -> VisitTime.of(WallTime.at(start, zone), type.length()))
        .filter(time -> wanted.at(time.start().local().toLocalTime()))
        .filter(time -> rowFree(candidate, time.inARow(wanted.inARow()), free, taken))
        .map(time -> opening(candidate, time))
        .toList();
  }

  private static boolean rowFree(
      Candidate candidate, List<VisitTime> row, List<Stretch> free, List<Taken> taken) {
    var whole = new Stretch(row.getFirst().from(), row.getLast().end());
    return free.stream().anyMatch(stretch -> stretch.contains(whole))
        && row.stream().allMatch(time -> thingsFree(candidate, time, taken));
  }

  private static boolean thingsFree(Candidate candidate, VisitTime time, List<Taken> taken) {
    if (candidate.type().takes().isEmpty()) {
      return true;
    }
    var busy =
        taken.stream()
            .filter(one -> one.when().overlaps(time.stretch()))
            .map(Taken::what)
            .collect(Collectors.toSet());
    Optional<List<Bookable>> chosen = TimeTaking.choose(candidate.type(), candidate.things(), busy);
    return chosen.isPresent();
  }

  private static List<Stretch> busy(List<Taken> taken, Bookable what) {
    return taken.stream().filter(one -> one.what().equals(what)).map(Taken::when).toList();
  }

  private static Opening opening(Candidate candidate, VisitTime time) {
    var site = candidate.book().site();
    return new Opening(
        site.organization(),
        new Hold.Where(site.id(), candidate.practitioner().id(), candidate.type().id()),
        time);
  }
}
