package health.malasakit.inquiries.texts.web;

import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.outbound.AskedHours;
import health.malasakit.inquiries.outbound.NumberRules;
import health.malasakit.inquiries.texts.TextIn.Became;
import health.malasakit.inquiries.texts.TextInId;
import health.malasakit.inquiries.texts.TextsIn;
import health.malasakit.inquiries.texts.ToRead;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.messaging.texts.Texts;
import health.malasakit.workqueue.Drafts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The ways back to who wrote: a text, or a call. */
@Component
class TextActs {

  private final TextsIn in;
  private final ToRead toRead;
  private final Texts texts;
  private final Calls calls;
  private final NumberRules rules;
  private final AskedHours hours;
  private final Clinics clinics;
  private final Drafts drafts;

  TextActs(
      TextsIn in,
      ToRead toRead,
      Texts texts,
      Calls calls,
      NumberRules rules,
      AskedHours hours,
      Clinics clinics,
      Drafts drafts) {
    this.in = in;
    this.toRead = toRead;
    this.texts = texts;
    this.calls = calls;
    this.rules = rules;
    this.hours = hours;
    this.clinics = clinics;
    this.drafts = drafts;
  }

  /** Writes an answer down, which goes out with {@link #goOut}. */
  TextsIn.Prepared answer(OrganizationId clinic, TextInId id, TextForm form) {
    var name = clinics.get(clinic).profile().openName();
    var despite = !form.text("despite").isEmpty();
    var words = new TextsIn.Words(name, form.text("words"), despite);
    var answer = in.answer(clinic, id, form.seen(), words);
    drafts.discard("text:answer-" + id);
    return answer;
  }

  /** Takes up to eight seconds, in no transaction. */
  void goOut(TextsIn.Prepared answer) {
    texts.handOver(answer.begun(), answer.body());
  }

  /** A call to that number begins; gives its address. */
  String call(OrganizationId clinic, TextInId id, TextForm form) {
    var number =
        toRead
            .get(clinic, id)
            .text()
            .came()
            .phone()
            .orElseThrow(() -> Refused.invalid("text.to").onField("number"));
    var known = new NumberRules.Known(!form.text("despite").isEmpty(), form.text("saidBy"));
    var asked = rules.check(clinic, number, known);
    in.settle(clinic, id, form.seen(), new TextsIn.Settled(Became.CALL_BACK, ""));
    var call = calls.open(clinic, Call.Direction.OUT, Optional.of(number));
    asked.ifPresent(saidBy -> hours.keep(clinic, call, saidBy));
    return "/calls/" + clinic + "/" + call;
  }
}
