package health.malasakit.scheduling.video;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.directory.video.JoinAddress;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Sentences;
import health.malasakit.patients.CallNumbers;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.licence.Licences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a visit by video is said: where she will be, where she joins, and what if it fails. */
@Component
public class VideoWords {

  private final CallNumbers numbers;
  private final VideoVisits videos;
  private final RecordGate gate;

  VideoWords(CallNumbers numbers, VideoVisits videos, RecordGate gate) {
    this.numbers = numbers;
    this.videos = videos;
    this.gate = gate;
  }

  /**
   * Whose visit it is and when.
   *
   * @param alone whether nobody but the patient may hear of it
   */
  public record About(
      OrganizationId clinic, PatientId patient, Instant at, boolean alone, Optional<Joining> said) {

    @Override
    public String toString() {
      return "About";
    }
  }

  /**
   * Which number the practice calls if the video fails, for a screen. While a caller is on the line
   * who may still have to tell it, the number is not shown.
   */
  @Transactional(readOnly = true)
  public String ifItFails(About about) {
    return number(about)
        .map(one ->
            asksForIt(about)
                ? Sentences.of("scheduling.video.fails.given")
                : Sentences.of("scheduling.video.fails", one.shown()))
        .orElseGet(() -> Sentences.of("scheduling.video.fails.no_number"));
  }

  /**
   * For the person on the line; a safe number, one of her own, and one that would answer what the
   * caller is asked are not said aloud, nor the address with which anybody joins.
   */
  @Transactional(readOnly = true)
  public String aloud(About about) {
    var state =
        about.said().map(one -> Sentences.of("scheduling.video.in", Licences.named(one.state())));
    var join =
        about
            .said()
            .flatMap(Joining::address)
            .map(JoinAddress::host)
            .map(host -> Sentences.of("scheduling.video.join", host))
            .or(() -> Optional.of(Sentences.of("scheduling.video.join.later")));
    return Stream.of(state, join, fails(about))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(". "));
  }

  /** The same of a visit that is booked; empty unless it is by video. */
  @Transactional(readOnly = true)
  public Optional<String> aloud(Visit visit) {
    return videos.isOne(visit)
        ? Optional.of(Sentences.of("scheduling.video.by") + ". " + aloud(about(visit)))
        : Optional.empty();
  }

  private About about(Visit visit) {
    return new About(
        visit.organization(),
        visit.patient(),
        visit.time().from(),
        visit.confidential(),
        videos.of(visit));
  }

  private Optional<String> fails(About about) {
    boolean hers =
        about.alone() || numbers.limited(about.clinic(), about.patient()) || asksForIt(about);
    return number(about)
        .map(one ->
            hers
                ? Sentences.of("scheduling.video.fails.given")
                : Sentences.of("scheduling.video.fails.aloud", one.shown()));
  }

  private boolean asksForIt(About about) {
    return !gate.closed(about.clinic(), List.of(about.patient()), Depth.RECORD).isEmpty();
  }

  private Optional<Phone> number(About about) {
    return about.alone()
        ? numbers.firstOfHerOwn(about.clinic(), about.patient(), about.at())
        : numbers.first(about.clinic(), about.patient(), about.at());
  }
}
