package health.malasakit.scheduling.web;

import health.malasakit.directory.Practitioner;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitType;
import health.malasakit.directory.VisitTypes;
import health.malasakit.scheduling.Hold;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.video.VideoSaid;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows what a hold is for and says it: the kind of visit, with whom, and where. */
@Component
class HeldThings {

  private final Sites sites;
  private final Practitioners practitioners;
  private final VisitTypes types;
  private final Meetings meetings;
  private final SchedulingWords sayings;
  private final VideoForms videos;

  HeldThings(
      Sites sites,
      Practitioners practitioners,
      VisitTypes types,
      Meetings meetings,
      SchedulingWords sayings,
      VideoForms videos) {
    this.sites = sites;
    this.practitioners = practitioners;
    this.types = types;
    this.meetings = meetings;
    this.sayings = sayings;
    this.videos = videos;
  }

  Held of(Hold hold, Optional<Visit> moving) {
    var where = hold.where();
    return new Held(
        sites.get(where.site()),
        practitioners.get(where.practitioner()),
        types.get(where.type()),
        moving.map(Visit::confidential).orElse(false));
  }

  String what(Held held) {
    return sayings.say(
        "visit.what.with",
        held.type().name(),
        String.valueOf(held.type().details().minutes()),
        held.practitioner().name());
  }

  String where(Hold hold, Held held) {
    return meetings.where(meeting(hold, held));
  }

  /** Where a number is written down that the practice is to call and does not have; else empty. */
  String askNumber(Hold hold, Held held) {
    return meetings.askNumber(meeting(hold, held));
  }

  /** Which number the practice calls when the visit is made confidential; empty unless by phone. */
  String ifAlone(Hold hold, Held held) {
    return meetings.ifAlone(meeting(hold, held));
  }

  private Meetings.Meeting meeting(Hold hold, Held held) {
    return new Meetings.Meeting(
        held.type().details().modality(),
        hold.organization(),
        hold.patient(),
        hold.time().from(),
        place(held.site()),
        held.practitioner().name(),
        held.alone(),
        Optional.empty());
  }

  /** What is asked of a visit by video before it is booked; empty for any other. */
  Optional<VideoForm> video(Hold hold, Held held, VideoSaid typed) {
    return held.type().details().modality() == VisitType.Modality.VIDEO
        ? Optional.of(videos.of(hold, typed))
        : Optional.empty();
  }

  private String place(Site site) {
    var address = site.address().shown();
    return address.isEmpty() ? site.name() : sayings.say("visit.place", site.name(), address);
  }

  /**
   * What the directory says of a hold.
   *
   * @param alone whether the visit that moves is told to the patient alone
   */
  record Held(Site site, Practitioner practitioner, VisitType type, boolean alone) {}
}
