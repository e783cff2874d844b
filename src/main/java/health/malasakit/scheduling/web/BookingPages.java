package health.malasakit.scheduling.web;

import health.malasakit.audit.Audit;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.patients.PatientCard;
import health.malasakit.scheduling.ConfidentialVisits;
import health.malasakit.scheduling.Elsewhere;
import health.malasakit.scheduling.Hold;
import health.malasakit.scheduling.NewOrEstablished;
import health.malasakit.scheduling.PastVisits;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.Visits;
import health.malasakit.ui.When;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is shown before a visit is booked. */
@Component
class BookingPages {

  private final Sites sites;
  private final Practitioners practitioners;
  private final VisitTypes types;
  private final Visits visits;
  private final PastVisits past;
  private final Elsewhere elsewhere;
  private final ConfidentialVisits confidential;
  private final KeepWords keeping;
  private final Faces faces;
  private final SchedulingWords sayings;
  private final SpokenTimes spoken;
  private final Audit audit;
  private final Clock clock;

  BookingPages(
      Sites sites,
      Practitioners practitioners,
      VisitTypes types,
      Visits visits,
      PastVisits past,
      Elsewhere elsewhere,
      ConfidentialVisits confidential,
      KeepWords keeping,
      Faces faces,
      SchedulingWords sayings,
      SpokenTimes spoken,
      Audit audit,
      Clock clock) {
    this.sites = sites;
    this.practitioners = practitioners;
    this.types = types;
    this.visits = visits;
    this.past = past;
    this.elsewhere = elsewhere;
    this.confidential = confidential;
    this.keeping = keeping;
    this.faces = faces;
    this.sayings = sayings;
    this.spoken = spoken;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  BookingPage show(Hold hold, String trouble) {
    var site = sites.get(hold.where().site());
    var practitioner = practitioners.get(hold.where().practitioner());
    var type = types.get(hold.where().type());
    var card = faces.card(hold.patient()).orElseThrow();
    audit.opened(hold.organization(), hold.patient());
    var moving = hold.moves().map(visits::get);
    var zone = hold.time().zone();
    var hers = faces.zoneOf(hold.organization(), hold.patient());
    return new BookingPage(
        new Whereabouts(hold.organization(), List.of(zone), hers),
        hold.id().toString(),
        sayings.say(moving.isPresent() ? "booking.move" : "booking.for", card.name()),
        spoken.whole(hold.time().start()),
        When.of(hold.time().from(), zone, hers.orElse(zone), Scopes.current().zone()),
        hold.until(),
        Math.max(0, Duration.between(clock.instant(), hold.until()).toSeconds()),
        sayings.say(
            "visit.what.with",
            type.name(),
            String.valueOf(type.details().minutes()),
            practitioner.name()),
        place(site.name(), site.address().shown()),
        moving.map(visit -> visit.id().toString()).orElse(""),
        moving.map(BookingPages::now).orElse(""),
        moving.map(Visit::version).orElse(0),
        standing(hold, card),
        hold.despite(),
        type.details().preparation(),
        keeping.of(confidential.mayKeep(hold), moving.map(Visit::confidential).orElse(false)),
        elsewhere.warnings(practitioner, hold.time()),
        faces.beside(hold),
        back(hold),
        trouble);
  }

  private String place(String name, String address) {
    return address.isEmpty() ? name : sayings.say("visit.place", name, address);
  }

  private static String now(Visit visit) {
    return Moments.dated(visit.time().from(), visit.time().zone());
  }

  private String standing(Hold hold, PatientCard card) {
    var standing =
        past.standing(
            hold.organization(), card.id(), hold.where().practitioner(), hold.time().date());
    return switch (standing) {
      case NewOrEstablished.New fresh -> sayings.say("booking.new");
      case NewOrEstablished.Established(Visit by, boolean sure) ->
          sayings.say(
              sure ? "booking.established" : "booking.established.unsure",
              Moments.dated(by.time().date()));
    };
  }

  private static String back(Hold hold) {
    Optional<String> moves = hold.moves().map(visit -> "&moves=" + visit);
    return "/openings?patient=" + hold.patient() + moves.orElse("");
  }
}
