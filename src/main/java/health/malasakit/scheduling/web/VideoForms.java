package health.malasakit.scheduling.web;

import health.malasakit.directory.video.JoinAddress;
import health.malasakit.scheduling.Hold;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.Visits;
import health.malasakit.scheduling.licence.Licences;
import health.malasakit.scheduling.video.Joining;
import health.malasakit.scheduling.video.VideoSaid;
import health.malasakit.scheduling.video.VideoVisits;
import health.malasakit.ui.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Fills what is asked of a visit by video. */
@Component
class VideoForms {

  private final VideoVisits videos;
  private final Visits visits;
  private final SchedulingWords sayings;

  VideoForms(VideoVisits videos, Visits visits, SchedulingWords sayings) {
    this.videos = videos;
    this.visits = visits;
    this.sayings = sayings;
  }

  /**
   * Before it is booked: she is asked. Of one that moves within the same hands it stands already;
   * with another practitioner it is asked again.
   */
  VideoForm of(Hold hold, VideoSaid typed) {
    var with = hold.where().practitioner();
    var proposed = videos.proposed(hold.organization(), hold.patient(), with);
    var known =
        hold.moves()
            .map(visits::get)
            .filter(visit -> visit.place().practitioner().filter(with::equals).isPresent())
            .flatMap(videos::of);
    var join = known.isPresent() ? known.flatMap(Joining::address) : proposed.room();
    return form(
        typed.state().or(() -> known.map(Joining::state)).orElse(""),
        typed.join().or(() -> join.map(JoinAddress::written)).orElse(""),
        proposed);
  }

  /** Of a visit by video that is booked; empty for any other. */
  Optional<VideoForm> of(Visit visit) {
    return videos.isOne(visit)
        ? visit
            .place()
            .practitioner()
            .map(with -> videos.proposed(visit.organization(), visit.patient(), with))
            .map(proposed -> of(visit, proposed))
        : Optional.empty();
  }

  private VideoForm of(Visit visit, VideoVisits.Proposal proposed) {
    var known = videos.of(visit);
    return form(
        known.map(Joining::state).orElse(""),
        known.flatMap(Joining::address).map(JoinAddress::written).orElse(""),
        proposed);
  }

  private VideoForm form(String state, String join, VideoVisits.Proposal proposed) {
    var hers = proposed.state().orElse("");
    var room = proposed.room().map(JoinAddress::written).filter(join::equals).isPresent();
    return new VideoForm(Licences.code(state).orElse(state), states(hers), join, room);
  }

  private List<Choice> states(String hers) {
    Stream<Map.Entry<String, String>> all = Licences.states().entrySet().stream();
    return all.sorted(
            (one, other) -> Boolean.compare(other.getKey().equals(hers), one.getKey().equals(hers)))
        .map(one ->
            Choice.of(
                one.getKey(),
                one.getKey().equals(hers)
                    ? sayings.say("video.hers", one.getValue())
                    : one.getValue()))
        .toList();
  }
}
