package health.malasakit.inquiries.texts.web;

import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.gate.Candidates;
import health.malasakit.inquiries.messages.Message;
import health.malasakit.inquiries.messages.Messages;
import health.malasakit.inquiries.messages.Wanted;
import health.malasakit.inquiries.redflags.RedFlags;
import health.malasakit.inquiries.texts.TextIn;
import health.malasakit.inquiries.texts.TextIn.Became;
import health.malasakit.inquiries.texts.TextInId;
import health.malasakit.inquiries.texts.TextsIn;
import health.malasakit.inquiries.texts.ToRead;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A text that becomes a message for the clinic, in the words in which it was written. */
@Component
class TextMessages {

  /** With less time than this left today, it is wanted by the end of the next day of work. */
  private static final Duration TODAY_LEFT_MIN = Duration.ofHours(2);

  private static final int WORDS_LENGTH_MAX = 2000;

  private final Messages messages;
  private final TextsIn in;
  private final ToRead toRead;
  private final Candidates candidates;
  private final RedFlags flags;
  private final Clinics clinics;
  private final Clock clock;

  TextMessages(
      Messages messages,
      TextsIn in,
      ToRead toRead,
      Candidates candidates,
      RedFlags flags,
      Clinics clinics,
      Clock clock) {
    this.messages = messages;
    this.in = in;
    this.toRead = toRead;
    this.candidates = candidates;
    this.flags = flags;
    this.clinics = clinics;
    this.clock = clock;
  }

  /** Takes the message, which settles the text; gives its address. */
  String take(OrganizationId clinic, TextInId id, TextForm form) {
    var text = toRead.get(clinic, id).text();
    var wanted =
        new Wanted(
            form.text("kind"),
            words(text),
            text.came().phone().map(Phone::shown).orElse(text.came().from()),
            "",
            Wanted.MayLeave.NOT_ASKED,
            form.text("pharmacy"),
            by(clinic));
    var from = new Message.From(Optional.empty(), about(text, form), "");
    var message = messages.take(clinic, from, wanted, Optional.empty());
    in.settle(clinic, id, form.seen(), new TextsIn.Settled(Became.MESSAGE, ""));
    var place = "/messages/" + clinic + "/" + message;
    return flags.matching(wanted.words()).isEmpty() ? place : place + "/danger";
  }

  private static String words(TextIn text) {
    var body = text.came().body();
    return body.length() <= WORDS_LENGTH_MAX ? body : body.substring(0, WORDS_LENGTH_MAX);
  }

  private Instant by(OrganizationId clinic) {
    var now = clock.instant();
    return clinics.get(clinic).workEnds(now, TODAY_LEFT_MIN).orElse(now.plus(Duration.ofDays(1)));
  }

  private Optional<PatientId> about(TextIn text, TextForm form) {
    if (form.text("about").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        text
            .came()
            .phone()
            .map(number -> candidates.of(text.organization(), number))
            .orElseThrow(() -> Refused.invalid("message.about").onField("about"))
            .stream()
            .filter(Candidates.Candidate::alone)
            .map(Candidates.Candidate::patient)
            .filter(one -> one.toString().equals(form.text("about")))
            .findFirst()
            .orElseThrow(() -> Refused.invalid("message.about").onField("about")));
  }
}
