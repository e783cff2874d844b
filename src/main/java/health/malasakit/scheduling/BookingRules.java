package health.malasakit.scheduling;

import health.malasakit.directory.Practitioner;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.patients.PatientCard;
import health.malasakit.scheduling.book.SiteBooks;
import health.malasakit.scheduling.licence.Licences;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a visit may be booked at a time at all, before anybody asks whether the time is free. */
@Component
class BookingRules {

  /** A time that may be booked. */
  record Allowed(
      PatientCard patient, Site site, Practitioner practitioner, VisitType type, VisitTime time) {

    OrganizationId organization() {
      return site.organization();
    }

    Visit.Place place() {
      return new Visit.Place(site.id(), Optional.of(practitioner.id()), Optional.of(type.id()), "");
    }
  }

  private final Sites sites;
  private final Practitioners practitioners;
  private final VisitTypes types;
  private final BookedPatients whom;
  private final SiteBooks books;
  private final PastVisits past;
  private final Licences licences;
  private final Clock clock;

  BookingRules(
      Sites sites,
      Practitioners practitioners,
      VisitTypes types,
      BookedPatients whom,
      SiteBooks books,
      PastVisits past,
      Licences licences,
      Clock clock) {
    this.sites = sites;
    this.practitioners = practitioners;
    this.types = types;
    this.whom = whom;
    this.books = books;
    this.past = past;
    this.licences = licences;
    this.clock = clock;
  }

  /**
   * Checks everything but the time being free.
   *
   * @throws Refused with the rule in one sentence
   */
  Allowed check(TimeWanted wanted) {
    var allowed = checkAllElse(wanted);
    if (wanted.despite().isEmpty()) {
      requireReason(against(allowed).or(() -> unlicensed(allowed)));
    }
    return allowed;
  }

  /** The same for her visit that moves: who was right for its kind and person stays right. */
  Allowed checkMove(TimeWanted wanted, Visit visit) {
    if (!wanted.patient().equals(visit.patient())) {
      throw Visits.none();
    }
    boolean sameKind = visit.place().type().filter(wanted.where().type()::equals).isPresent();
    var allowed = sameKind ? checkAllElse(wanted) : check(wanted);
    boolean sameOne =
        visit.place().practitioner().filter(wanted.where().practitioner()::equals).isPresent();
    if (wanted.despite().isEmpty() && !sameOne) {
      requireReason(unlicensed(allowed));
    }
    whom.requireStillKept(visit, allowed.time().date());
    return allowed;
  }

  /**
   * Whether a visit that is booked already may be another person's: what depends on who she is, and
   * nothing of the time, which stays.
   */
  Allowed checkPerson(Visit visit, PatientId right, String despite) {
    var place = visit.place();
    var where =
        new Hold.Where(
            place.site(), place.practitioner().orElseThrow(), place.type().orElseThrow());
    var wanted = new TimeWanted(right, where, visit.time().start(), despite);
    var site = sites.get(where.site());
    var allowed =
        new Allowed(
            whom.patient(wanted, site.organization()),
            site,
            practitioners.get(where.practitioner()),
            types.get(where.type()),
            visit.time());
    if (wanted.despite().isEmpty() && visit.status().isToCome()) {
      requireReason(against(allowed).or(() -> unlicensed(allowed)));
    }
    return allowed;
  }

  /** Whether a confidential visit stays so when it becomes hers; see {@link BookedPatients}. */
  boolean keeps(Visit visit, PatientId right) {
    return whom.keeps(visit, right);
  }

  private static void requireReason(Optional<Refused> against) {
    against.ifPresent(why -> {
      throw why.onField("despite");
    });
  }

  private Optional<Refused> unlicensed(Allowed wanted) {
    return licences
        .of(wanted.practitioner(), wanted.type(), wanted.organization(), wanted.patient().id())
        .against();
  }

  /** Asks for past visits only where the kind makes a difference. */
  private Optional<Refused> against(Allowed wanted) {
    var type = wanted.type();
    return type.details().patients() == VisitType.Patients.ANY
        ? Optional.empty()
        : past.standing(
                wanted.organization(),
                wanted.patient().id(),
                wanted.practitioner().id(),
                wanted.time().date())
            .against(type);
  }

  private Allowed checkAllElse(TimeWanted wanted) {
    var site = sites.get(wanted.where().site());
    requireBook(site);
    var patient = whom.patient(wanted, site.organization());
    var practitioner = practitioners.get(wanted.where().practitioner());
    var type = types.get(wanted.where().type());
    requireSameClinic(site, practitioner, type);
    var time = VisitTime.of(wanted.start(), type.length());
    var allowed = new Allowed(patient, site, practitioner, type, time);
    requireNotice(allowed);
    requireSession(allowed);
    return allowed;
  }

  static Refused deceased() {
    return Refused.conflict("patient.deceased");
  }

  private static void requireBook(Site site) {
    switch (site.book()) {
      case OURS -> {}
      case THEIRS -> throw Refused.conflict("site.book_is_theirs", site.name());
    }
    if (!site.bookable()) {
      throw Refused.conflict("site.no_zone", site.name());
    }
  }

  private static void requireSameClinic(Site site, Practitioner practitioner, VisitType type) {
    var organization = site.organization();
    if (!practitioner.organization().equals(organization)
        || !type.organization().equals(organization)) {
      throw Refused.notFound("booking.other_clinic");
    }
    if (!practitioner.active() || !type.active() || !type.givenBy(practitioner.id())) {
      throw Refused.conflict("booking.not_given", practitioner.name(), type.name());
    }
  }

  private void requireNotice(Allowed wanted) {
    var earliest = clock.instant().plus(wanted.type().leastNotice());
    if (wanted.time().from().isBefore(clock.instant())) {
      throw Refused.conflict("booking.past");
    }
    if (wanted.time().from().isBefore(earliest)) {
      throw Refused.conflict(
          "booking.notice", wanted.type().name(), Moments.at(earliest, wanted.time().zone()));
    }
  }

  private void requireSession(Allowed wanted) {
    var book = books.of(wanted.site(), wanted.time().date());
    var open =
        book.open(
            wanted.practitioner().id(),
            wanted.time().date(),
            session -> session.types().contains(wanted.type().id()));
    if (open.stream().noneMatch(stretch -> stretch.contains(wanted.time().stretch()))) {
      throw Refused.conflict(
          "booking.no_session",
          wanted.practitioner().name(),
          wanted.type().name(),
          wanted.site().name(),
          Moments.at(wanted.time().from(), wanted.time().zone()));
    }
  }
}
