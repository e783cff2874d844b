package health.malasakit.scheduling.web;

import health.malasakit.audit.Audit;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.scheduling.Hold;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.Visits;
import health.malasakit.scheduling.spoken.SpokenTimes;
import health.malasakit.scheduling.video.VideoSaid;
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

  private final HeldThings things;
  private final BookingTold told;
  private final Visits visits;
  private final Faces faces;
  private final SchedulingWords sayings;
  private final SpokenTimes spoken;
  private final Audit audit;
  private final Clock clock;

  BookingPages(
      HeldThings things,
      BookingTold told,
      Visits visits,
      Faces faces,
      SchedulingWords sayings,
      SpokenTimes spoken,
      Audit audit,
      Clock clock) {
    this.things = things;
    this.told = told;
    this.visits = visits;
    this.faces = faces;
    this.sayings = sayings;
    this.spoken = spoken;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  BookingPage show(Hold hold, String trouble, VideoSaid typed) {
    var card = faces.card(hold.patient()).orElseThrow();
    audit.opened(hold.organization(), hold.patient());
    var moving = hold.moves().map(visits::get);
    var held = things.of(hold, moving);
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
        things.what(held),
        things.where(hold, held),
        moving.map(visit -> visit.id().toString()).orElse(""),
        moving.map(BookingPages::now).orElse(""),
        moving.map(Visit::version).orElse(0),
        told.standing(hold),
        hold.despite(),
        held.type().details().preparation(),
        told.keep(hold, moving),
        things.askNumber(hold, held),
        things.ifAlone(hold, held),
        things.video(hold, held, typed),
        told.warnings(hold, held),
        faces.beside(hold),
        back(hold),
        trouble);
  }

  private static String now(Visit visit) {
    return Moments.dated(visit.time().from(), visit.time().zone());
  }

  private static String back(Hold hold) {
    Optional<String> moves = hold.moves().map(visit -> "&moves=" + visit);
    return "/openings?patient=" + hold.patient() + moves.orElse("");
  }
}
