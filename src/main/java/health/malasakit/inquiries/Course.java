package health.malasakit.inquiries;

import health.malasakit.inquiries.CallEvent.Kind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a call's way: of each kind of event the latest moment. Events may come in any
 * order, twice or not at all; whatever the order, the same events make the same course.
 *
 * @param extension at which the latest answer was given; empty when none was told
 * @param handedTo where the latest transfer went; empty when none was told
 */
record Course(Map<Kind, Instant> moments, String extension, String handedTo) {

  static final Course BEGUN = new Course(Map.of(), "", "");

  private static final List<Kind> WORDS =
      List.of(Kind.RINGING, Kind.ANSWERED, Kind.HELD, Kind.RESUMED, Kind.TRANSFERRED);

  private static final List<Kind> ENDS = List.of(Kind.ENDED, Kind.ABANDONED, Kind.VOICEMAIL);

  /** That somebody speaks, or waits on hold. */
  private static final List<Kind> GOES_ON = List.of(Kind.ANSWERED, Kind.HELD, Kind.RESUMED);

  Course {
    moments = Map.copyOf(moments);
  }

  /** The course as the telephone tells it: if that is news, somebody is on the line after all. */
  Course told(CallEvent event) {
    var next = after(event);
    return next.equals(this) ? this : next.without(Kind.GONE);
  }

  private Course without(Kind kind) {
    var rest = new EnumMap<Kind, Instant>(Kind.class);
    rest.putAll(moments);
    rest.remove(kind);
    return new Course(rest, extension, handedTo);
  }

  /** When the telephone last said that somebody is on the line; empty when it never did. */
  Optional<Instant> lastWord() {
    return WORDS.stream().flatMap(kind -> at(kind).stream()).max(Instant::compareTo);
  }

  /** What was over only because nobody was found on the line goes on: somebody speaks with her. */
  Course back(Instant now) {
    if (end().filter(Kind.GONE::equals).isEmpty()) {
      return this;
    }
    var open = without(Kind.GONE).answeredBy(now);
    return open.held() ? open.after(CallEvent.of(Kind.RESUMED, now)) : open;
  }

  /** The course with one more event. */
  Course after(CallEvent event) {
    var next = new EnumMap<Kind, Instant>(Kind.class);
    next.putAll(moments);
    next.merge(event.kind(), event.at(), Course::later);
    return new Course(
        next,
        event.kind() == Kind.ANSWERED ? latest(event, extension, event.extension()) : extension,
        event.kind() == Kind.TRANSFERRED ? latest(event, handedTo, event.to()) : handedTo);
  }

  /** The word of the latest event; of two at the same moment the greater, whichever came first. */
  private String latest(CallEvent event, String known, String told) {
    var before = at(event.kind());
    if (before.isEmpty() || event.at().isAfter(before.get())) {
      return told;
    }
    return event.at().equals(before.get()) && told.compareTo(known) > 0 ? told : known;
  }

  Optional<Instant> at(Kind kind) {
    return Optional.ofNullable(moments.get(kind));
  }

  /** What the telephone did not tell: whoever takes a ringing call answers it. */
  Course answeredBy(Instant now) {
    return answered() ? this : after(CallEvent.of(Kind.ANSWERED, now));
  }

  boolean answered() {
    return moments.containsKey(Kind.ANSWERED);
  }

  /** Whether it was answered at a named extension later than then. */
  boolean answeredElsewhere(Instant since) {
    return !extension.isEmpty() && at(Kind.ANSWERED).filter(one -> one.isAfter(since)).isPresent();
  }

  /** Whether nobody speaks with the caller on our side any more. */
  boolean over() {
    return moments.containsKey(Kind.GONE) || saidOver().isPresent() || endTold();
  }

  private boolean endTold() {
    return ENDS.stream().anyMatch(moments::containsKey)
        || isLatest(Kind.TRANSFERRED, Kind.ANSWERED);
  }

  /** When its owner said that it is over; empty when it goes on after that. */
  private Optional<Instant> saidOver() {
    return at(Kind.SAID_OVER)
        .filter(
            said -> GOES_ON.stream().flatMap(kind -> at(kind).stream()).noneMatch(said::isBefore));
  }

  /** Whether it is over by her word alone: the caller may still be there. */
  boolean endUntold() {
    return saidOver().isPresent() && !endTold();
  }

  /** Whether the caller hears music and nobody. */
  boolean held() {
    return isLatest(Kind.HELD, Kind.RESUMED) && isLatest(Kind.HELD, Kind.ANSWERED);
  }

  /** When she was last spoken with again: the answer, or the end of the last hold. */
  Optional<Instant> spokenSince() {
    return at(Kind.RESUMED)
        .map(again -> at(Kind.ANSWERED).map(one -> later(one, again)).orElse(again))
        .or(() -> at(Kind.ANSWERED));
  }

  /** How it ended, as far as was told. */
  Optional<Kind> end() {
    if (!over()) {
      return Optional.empty();
    }
    if (moments.containsKey(Kind.VOICEMAIL) && !answered()) {
      return Optional.of(Kind.VOICEMAIL);
    }
    if (moments.containsKey(Kind.ABANDONED) && !answered()) {
      return Optional.of(Kind.ABANDONED);
    }
    if (isLatest(Kind.TRANSFERRED, Kind.ANSWERED)) {
      return Optional.of(Kind.TRANSFERRED);
    }
    if (moments.containsKey(Kind.GONE) && ENDS.stream().noneMatch(moments::containsKey)) {
      return Optional.of(Kind.GONE);
    }
    return Optional.of(answered() ? Kind.ENDED : Kind.ABANDONED);
  }

  /** When it ended, as far as was told: the first of what can end it. */
  Optional<Instant> endedAt() {
    return end()
        .flatMap(how ->
            how == Kind.TRANSFERRED
                ? at(how)
                : ENDS.stream()
                    .flatMap(kind -> at(kind).stream())
                    .min(Instant::compareTo)
                    .or(this::saidOver));
  }

  private boolean isLatest(Kind one, Kind other) {
    return at(one).filter(moment -> at(other).map(moment::isAfter).orElse(true)).isPresent();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
