package health.malasakit.desk.reminders;

import health.malasakit.access.Colleagues;
import health.malasakit.audit.Audit;
import health.malasakit.desk.ClinicAt;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.Verb;
import health.malasakit.messaging.Channel;
import health.malasakit.messaging.texts.NewText;
import health.malasakit.messaging.texts.OtherTexts;
import health.malasakit.messaging.texts.SentText;
import health.malasakit.messaging.texts.TextReceipt;
import health.malasakit.messaging.texts.WhyDeclined;
import health.malasakit.ui.When;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What one patient was sent beside what is told of visits: codes, and answers to her texts. */
@Component
class BesideVisits {

  /** What was begun with such a key answers a text, by itself or by a person. */
  private static final Pattern ANSWER = Pattern.compile("reply/([0-9a-f-]{36})(/person)?(/.*)?");

  private final OtherTexts texts;
  private final Colleagues colleagues;
  private final Audit audit;

  BesideVisits(OtherTexts texts, Colleagues colleagues, Audit audit) {
    this.texts = texts;
    this.colleagues = colleagues;
    this.audit = audit;
  }

  /** The newest first; that she is shown is written down. */
  List<ToldPage.Beside> of(ClinicAt clinic, PatientId patient) {
    var all = texts.of(clinic.id(), patient);
    if (!all.isEmpty()) {
      audit.drawn(clinic.id(), "reminders", Set.of(patient));
    }
    var names =
        colleagues.names(
            all.stream()
                .flatMap(one -> one.steps().stream())
                .flatMap(step -> step.by().stream())
                .distinct()
                .toList());
    return all.stream().map(one -> line(clinic, one, names)).toList();
  }

  private static ToldPage.Beside line(
      ClinicAt clinic, OtherTexts.Sent one, Map<AccountId, String> names) {
    var answer = ANSWER.matcher(one.key());
    boolean answers = one.purpose() == NewText.Purpose.REPLY && answer.matches();
    boolean byPerson = answers && answer.group(2) != null;
    boolean opens = answers && Scopes.current().may(clinic.id(), "calls", Verb.UPDATE);
    return new ToldPage.Beside(
        byPerson ? "person" : one.purpose().name().toLowerCase(Locale.ROOT),
        opens ? "/texts/" + clinic.id() + "/" + answer.group(1) : "",
        one.waits() ? "held" : one.stands().state().code(),
        ReminderPages.ending(one.to()),
        When.of(one.begun(), clinic.zone(), Scopes.current().zone()),
        one.steps().stream().map(step -> step(clinic, one, step, names)).toList());
  }

  private static ToldPage.StepLine step(
      ClinicAt clinic, OtherTexts.Sent one, OtherTexts.Step step, Map<AccountId, String> names) {
    var stood = step.stood();
    boolean now = stood.state() == one.stands().state();
    return new ToldPage.StepLine(
        stood.state().code(),
        why(stood),
        When.of(stood.since(), clinic.zone(), Scopes.current().zone()),
        step.by().flatMap(who -> Optional.ofNullable(names.get(who))).orElse(""),
        now ? one.proof() : "");
  }

  /** Of these nothing is tried again for long, and nothing is sent again from here. */
  private static String why(SentText stood) {
    return switch (stood.state()) {
      case REFUSED ->
          switch (WhyDeclined.of(stood.reason())) {
            case AWAY -> Sentences.of("reminders.beside.away");
            case BUSY -> Sentences.of("reminders.beside.busy");
            case NOT_BROUGHT -> Sentences.of("reminders.beside.failed");
            case NO_MOBILE, STOPPED, OURS -> ReminderWords.why(Channel.TEXT, stood.reason());
          };
      case FAILED ->
          stood.reason().equals(TextReceipt.NOT_AT_GATEWAY)
              ? Sentences.of("reminders.beside.never")
              : switch (WhyDeclined.of(stood.reason())) {
                case OURS, NOT_BROUGHT -> Sentences.of("reminders.beside.failed");
                case NO_MOBILE, STOPPED, AWAY, BUSY ->
                    ReminderWords.why(Channel.TEXT, stood.reason());
              };
      case SENDING, HANDED_OVER, DELIVERED, IN_DOUBT ->
          ReminderWords.why(Channel.TEXT, stood.reason());
    };
  }
}
