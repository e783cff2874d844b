package health.malasakit.scheduling.web;

import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.access.records.RecordGate;
import health.malasakit.directory.Clinics;
import health.malasakit.directory.VisitType.Modality;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.WallTime;
import health.malasakit.patients.CallNumbers;
import health.malasakit.scheduling.Visit;
import health.malasakit.scheduling.spoken.SpokenTimes;
import health.malasakit.scheduling.video.Joining;
import health.malasakit.scheduling.video.VideoVisits;
import health.malasakit.scheduling.video.VideoWords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says how the two meet: at which place, by video, or at which number the practice calls. */
@Component
class Meetings {

  /**
   * A visit that is or will be.
   *
   * @param place site and address, for who comes in person
   * @param with the practitioner's name, or empty
   * @param alone whether nobody but the patient may hear of it
   * @param said of a visit by video, as far as it was said
   */
  record Meeting(
      Modality how,
      OrganizationId clinic,
      PatientId patient,
      Instant at,
      String place,
      String with,
      boolean alone,
      Optional<Joining> said) {

    VideoWords.About video() {
      return new VideoWords.About(clinic, patient, at, alone, said);
    }
  }

  private final Clinics clinics;
  private final CallNumbers numbers;
  private final SchedulingWords sayings;
  private final SpokenTimes spoken;
  private final VideoWords video;
  private final VideoVisits videos;
  private final VideoForms forms;
  private final RecordGate gate;

  Meetings(
      Clinics clinics,
      CallNumbers numbers,
      SchedulingWords sayings,
      SpokenTimes spoken,
      VideoWords video,
      VideoVisits videos,
      VideoForms forms,
      RecordGate gate) {
    this.clinics = clinics;
    this.numbers = numbers;
    this.sayings = sayings;
    this.spoken = spoken;
    this.video = video;
    this.videos = videos;
    this.forms = forms;
    this.gate = gate;
  }

  /**
   * One line; only who comes in person is told a place. The number is not shown while a caller is
   * on the line who may still have to tell it.
   */
  String where(Meeting meeting) {
    return switch (meeting.how()) {
      case IN_PERSON -> meeting.place();
      case VIDEO -> byVideo(meeting) + ". " + video.ifItFails(meeting.video());
      case PHONE ->
          number(meeting)
              .map(one ->
                  asksForIt(meeting)
                      ? given(meeting)
                      : sayings.say("visit.by_phone", one.shown(), clinic(meeting), meeting.with()))
              .orElseGet(
                  () -> sayings.say("visit.by_phone.no_number", clinic(meeting), meeting.with()));
    };
  }

  /** The same of a visit that is over or will not be: nobody is called any more. */
  String whereItWas(Meeting meeting) {
    return switch (meeting.how()) {
      case IN_PERSON -> where(meeting);
      case VIDEO -> byVideo(meeting);
      case PHONE -> unsaid(meeting);
    };
  }

  private String byVideo(Meeting meeting) {
    return sayings.say("visit.by_video", clinic(meeting), meeting.with());
  }

  /** What can be said of a visit by video; empty for any other. */
  Optional<VideoForm> form(Visit visit) {
    return forms.of(visit);
  }

  /** What was said of a visit by video. */
  Optional<Joining> said(Visit visit) {
    return videos.of(visit);
  }

  /** Which number it is when the visit is told to the patient alone; empty unless by phone. */
  String ifAlone(Meeting meeting) {
    if (meeting.how() != Modality.PHONE) {
      return "";
    }
    return numbers
        .firstOfHerOwn(meeting.clinic(), meeting.patient(), meeting.at())
        .map(one ->
            asksForIt(meeting)
                ? sayings.say("keep.by_phone.given")
                : sayings.say("keep.by_phone", one.shown()))
        .orElseGet(() -> sayings.say("keep.by_phone.no_number"));
  }

  /** Code of a visit for which nobody comes: {@code phone} or {@code video}; else empty. */
  static String apart(Modality how) {
    return switch (how) {
      case IN_PERSON -> "";
      case VIDEO, PHONE -> how.code();
    };
  }

  /**
   * The sentence to read back: day, date, clinic time, how they meet, what to prepare. A safe
   * number and one that the patient alone answers are not said aloud, nor that there is none.
   */
  String said(Meeting meeting, WallTime start, String preparation) {
    var key =
        switch (meeting.how()) {
          case IN_PERSON -> "visit.said";
          case VIDEO, PHONE -> "visit.said.apart";
        };
    var hour = Moments.hour(start.instant(), start.zone());
    return sayings.say(key, spoken.whole(start), hour, aloud(meeting), preparation).strip();
  }

  /**
   * Where a number is written down, when the practice is to call and no number on file may ring
   * then; else empty.
   */
  String askNumber(Meeting meeting) {
    if (meeting.how() == Modality.IN_PERSON || number(meeting).isPresent()) {
      return "";
    }
    var hers = "/patients/%s/%s".formatted(clinics.get(meeting.clinic()).slug(), meeting.patient());
    if (meeting.alone()) {
      return hers + "/care#own";
    }
    return hers
        + (numbers.limited(meeting.clinic(), meeting.patient()) ? "/care#reach" : "/edit#mobile");
  }

  private String aloud(Meeting meeting) {
    if (meeting.how() == Modality.IN_PERSON) {
      return where(meeting);
    }
    if (meeting.how() == Modality.VIDEO) {
      return byVideo(meeting) + ". " + video.aloud(meeting.video());
    }
    if (number(meeting).isEmpty()) {
      return unsaid(meeting);
    }
    boolean hers = meeting.alone() || numbers.limited(meeting.clinic(), meeting.patient());
    return hers ? given(meeting) : where(meeting);
  }

  private String given(Meeting meeting) {
    return sayings.say("visit.by_phone.given", clinic(meeting), meeting.with());
  }

  private boolean asksForIt(Meeting meeting) {
    return !gate.closed(meeting.clinic(), List.of(meeting.patient()), Depth.RECORD).isEmpty();
  }

  private String unsaid(Meeting meeting) {
    return sayings.say("visit.by_phone.unsaid", clinic(meeting), meeting.with());
  }

  private Optional<Phone> number(Meeting meeting) {
    return meeting.alone()
        ? numbers.firstOfHerOwn(meeting.clinic(), meeting.patient(), meeting.at())
        : numbers.first(meeting.clinic(), meeting.patient(), meeting.at());
  }

  private String clinic(Meeting meeting) {
    return clinics.get(meeting.clinic()).name();
  }
}
