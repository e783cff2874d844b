package health.malasakit.scheduling.web;

import health.malasakit.kernel.Moments;
import health.malasakit.scheduling.Elsewhere;
import health.malasakit.scheduling.Hold;
import health.malasakit.scheduling.NewOrEstablished;
import health.malasakit.scheduling.PastVisits;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.licence.Licences;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What she is told before she books, beside the time itself. */
@Component
class BookingTold {

  private final PastVisits past;
  private final Elsewhere elsewhere;
  private final KeepWords keeping;
  private final Licences licences;
  private final SchedulingWords sayings;

  BookingTold(
      PastVisits past,
      Elsewhere elsewhere,
      KeepWords keeping,
      Licences licences,
      SchedulingWords sayings) {
    this.past = past;
    this.elsewhere = elsewhere;
    this.keeping = keeping;
    this.licences = licences;
    this.sayings = sayings;
  }

  /**
   * Whether the patient is new there, and the past visit that decides it. It is said aloud, so a
   * confidential visit has no day.
   */
  String standing(Hold hold) {
    var standing =
        past.standing(
            hold.organization(), hold.patient(), hold.where().practitioner(), hold.time().date());
    return switch (standing) {
      case NewOrEstablished.New fresh -> sayings.say("booking.new");
      case NewOrEstablished.Established(Visit by, boolean sure) when by.confidential() ->
          sayings.say("booking.established.undated");
      case NewOrEstablished.Established(Visit by, boolean sure) ->
          sayings.say(
              sure ? "booking.established" : "booking.established.unsure",
              Moments.dated(by.time().date()));
    };
  }

  /** Whether the visit may be told to the patient alone. */
  KeepWords.Keep keep(Hold hold, Optional<Visit> moving) {
    return keeping.of(hold, moving);
  }

  /** The practitioner's time in other clinics in scope, and licences beside the patient's state. */
  List<String> warnings(Hold hold, HeldThings.Held held) {
    var licence =
        licences.of(held.practitioner(), held.type(), hold.organization(), hold.patient());
    return Stream.concat(
            licence.warning().stream(),
            elsewhere.warnings(held.practitioner().id(), hold.time()).stream())
        .toList();
  }
}
