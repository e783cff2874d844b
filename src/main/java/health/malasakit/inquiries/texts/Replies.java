package health.malasakit.inquiries.texts;

import health.malasakit.directory.Clinics;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.messaging.texts.TextReplies;
import health.malasakit.messaging.texts.TextReplies.Reach;
import health.malasakit.messaging.texts.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers that go out by themselves. */
@Component
class Replies {

  private static final String DANGER = "danger";

  /** Two machines that answer each other end here. */
  private static final int TO_A_NUMBER_MAX = 6;

  private static final Duration WITHIN = Duration.ofHours(1);

  /** A phone that answers by itself may say danger words each time. */
  private static final int DANGER_MAX = 2;

  private static final Duration DANGER_WITHIN = Duration.ofMinutes(10);

  private final TextReplies replies;
  private final Behind behind;
  private final Clinics clinics;
  private final Clock clock;

  Replies(TextReplies replies, Behind behind, Clinics clinics, Clock clock) {
    this.replies = replies;
    this.behind = behind;
    this.clinics = clinics;
    this.clock = clock;
  }

  /** An answer that is written down and not handed over yet. */
  record Prepared(String code, Texts.Begun begun, String body, Reach reach) {

    /**
     * Whether it is tried again when it never left. A list of visits is not: she might answer
     * something else before it comes.
     */
    boolean again() {
      return !code.startsWith("which_");
    }

    @Override
    public String toString() {
      return "Prepared[" + code + "]";
    }
  }

  /** In an emergency: the number may be closed; empty when it has just been told so. */
  Optional<Prepared> danger(TextIn text, Phone to, List<PatientId> everyone) {
    if (urgent(text, to, DANGER_WITHIN) >= DANGER_MAX
        || urgent(text, to, WITHIN) >= TO_A_NUMBER_MAX) {
      return Optional.empty();
    }
    var known = behind.language(text.organization(), behind.living(everyone));
    var languages = known.map(List::of).orElse(List.of(Behind.ENGLISH, "es"));
    return prepared(text, new Answer(DANGER, to, Reach.CLOSED, languages, ""), everyone);
  }

  /** The one confirmation that a number is closed. */
  Optional<Prepared> stopped(TextIn text, Phone to, Reading reading, List<PatientId> everyone) {
    return prepared(
        text,
        new Answer("stop", to, Reach.CLOSED, languages(text, reading, everyone), ""),
        everyone);
  }

  /** To a number that is open; empty as well when it was answered too often. */
  Optional<Prepared> usual(String code, TextIn text, Reading reading, List<PatientId> everyone) {
    var to = text.came().phone().orElseThrow();
    return often(text, to)
        ? Optional.empty()
        : prepared(
            text,
            new Answer(code, to, Reach.OPEN, languages(text, reading, everyone), ""),
            everyone);
  }

  /**
   * What is said about a visit.
   *
   * @param when the visit or the visits are; empty when it is not said
   */
  record About(String code, String language, String when, PatientId patient) {

    @Override
    public String toString() {
      return "About[" + code + "]";
    }
  }

  /** About a visit, to a number that is open and one patient's alone. */
  Optional<Prepared> about(TextIn text, About about) {
    var to = text.came().phone().orElseThrow();
    return often(text, to)
        ? Optional.empty()
        : prepared(
            text,
            new Answer(about.code(), to, Reach.OPEN, List.of(about.language()), about.when()),
            List.of(about.patient()));
  }

  private int urgent(TextIn text, Phone to, Duration within) {
    return replies.urgentFor(text.organization(), to, clock.instant().minus(within));
  }

  private boolean often(TextIn text, Phone to) {
    var since = clock.instant().minus(WITHIN);
    return replies.begunFor(text.organization(), to, since) >= TO_A_NUMBER_MAX;
  }

  private List<String> languages(TextIn text, Reading reading, List<PatientId> everyone) {
    return List.of(
        behind
            .language(text.organization(), behind.living(everyone))
            .orElseGet(() -> reading.language().isEmpty() ? Behind.ENGLISH : reading.language()));
  }

  private record Answer(String code, Phone to, Reach reach, List<String> languages, String when) {}

  private Optional<Prepared> prepared(TextIn text, Answer answer, List<PatientId> everyone) {
    var reply =
        new TextReplies.Reply(
            text.organization(),
            everyone.size() == 1 ? Optional.of(everyone.getFirst()) : Optional.empty(),
            "reply/" + text.id() + (answer.code().equals(DANGER) ? "/" + DANGER : ""),
            answer.to(),
            answer.reach());
    if (replies.cannot(reply).isPresent()) {
      return Optional.empty();
    }
    var clinic = clinics.get(text.organization());
    var phone = new ReplyWords.From(clinic, text.came().to());
    var body = ReplyWords.of(answer.code(), answer.languages(), answer.when(), phone);
    return Optional.of(new Prepared(answer.code(), replies.begin(reply), body, answer.reach()));
  }
}
