package health.malasakit.inquiries.web;

import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Sites;
import health.malasakit.directory.VisitTypes;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Sentences;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.spoken.SpokenTimes;
import health.malasakit.scheduling.video.VideoWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is read back to the caller before the call ends, as one person says it to another. */
@Component
class ReadBacks {

  private final Sites sites;
  private final Practitioners practitioners;
  private final VisitTypes types;
  private final VideoWords videos;
  private final SpokenTimes spoken;

  ReadBacks(
      Sites sites,
      Practitioners practitioners,
      VisitTypes types,
      VideoWords videos,
      SpokenTimes spoken) {
    this.sites = sites;
    this.practitioners = practitioners;
    this.types = types;
    this.videos = videos;
    this.spoken = spoken;
  }

  /** Day, date and clinic time, with whom, where or how they meet, what to bring. */
  String of(Visit visit) {
    var video = videos.aloud(visit);
    var site =
        Optional.ofNullable(sites.byIds(List.of(visit.site())).get(visit.site()))
            .filter(one -> video.isEmpty());
    var bring =
        visit
            .place()
            .type()
            .flatMap(id -> Optional.ofNullable(types.byIds(List.of(id)).get(id)))
            .map(type -> type.details().preparation());
    return Stream.of(
            Optional.of(when(visit)),
            video,
            site.map(one -> one.name()),
            site.map(one -> one.address().shown()),
            bring)
        .flatMap(Optional::stream)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(". "));
  }

  private String when(Visit visit) {
    var time = visit.time();
    var said =
        Sentences.of(
            "inquiries.readBack.when",
            spoken.whole(time.start()),
            Moments.hour(time.from(), time.zone()));
    return visit
        .place()
        .practitioner()
        .flatMap(id -> Optional.ofNullable(practitioners.byIds(List.of(id)).get(id)))
        .map(one -> Sentences.of("inquiries.readBack.with", said, one.name()))
        .orElse(said);
  }
}
