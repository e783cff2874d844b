package health.malasakit.inquiries.outbound.web;

import static health.malasakit.inquiries.outbound.web.CallBackForm.text;

import health.malasakit.inquiries.outbound.CallBack;
import health.malasakit.inquiries.outbound.Matter;
import health.malasakit.inquiries.outbound.Wish;
import health.malasakit.kernel.AccountId;
import health.malasakit.kernel.Ids;
import health.malasakit.ui.TypedMoment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is typed when somebody is to be called.
 *
 * @param day until when, in any common order
 * @param hour on the clinic's wall
 * @param from hours she asked for, on her own clock; may stay empty
 * @param promise id of the promise it comes from; empty for none
 * @param call id of the call it comes from; empty for none
 * @param message id of the message it answers; empty for none
 */
public record NewCallBackForm(
    @Nullable String about,
    @Nullable String reason,
    @Nullable String confidential,
    @Nullable String day,
    @Nullable String hour,
    @Nullable String owner,
    @Nullable String from,
    @Nullable String until,
    @Nullable String saidBy,
    @Nullable String promise,
    @Nullable String call,
    @Nullable String message) {

  /** As long as nobody says otherwise, until then; what it is about she says herself. */
  static NewCallBackForm empty(String me, TypedMoment until) {
    return new NewCallBackForm("", "", "", until.day(), until.hour(), me, "", "", "", "", "", "");
  }

  /** The same, begun with what was promised. */
  NewCallBackForm about(String words, String until, String at, String id) {
    return new NewCallBackForm("other", words, "", until, at, owner, "", "", "", id, "", "");
  }

  /** The same, from a call. */
  NewCallBackForm from(String id) {
    return new NewCallBackForm(
        about, reason, confidential, day, hour, owner, from, until, saidBy, promise, id, message);
  }

  /** The same, to tell her what was answered. */
  NewCallBackForm answers(String words, String id) {
    return new NewCallBackForm(
        "other", words, confidential, day, hour, owner, from, until, saidBy, "", "", id);
  }

  Matter matter() {
    return new Matter(Matter.About.of(text(about)), text(reason), "yes".equals(text(confidential)));
  }

  Instant due(ZoneId zone, Instant now) {
    return CallBackForm.moment(text(day), text(hour), zone, now);
  }

  Optional<AccountId> who() {
    return text(owner).isEmpty() ? Optional.empty() : Optional.of(AccountId.of(text(owner)));
  }

  CallBack.Source source() {
    if (!text(promise).isEmpty()) {
      return new CallBack.Source(
          CallBack.Source.Kind.PROMISE, Optional.of(Ids.parse(text(promise))));
    }
    if (!text(message).isEmpty()) {
      return new CallBack.Source(
          CallBack.Source.Kind.MESSAGE, Optional.of(Ids.parse(text(message))));
    }
    return text(call).isEmpty()
        ? CallBack.Source.PATIENT
        : new CallBack.Source(CallBack.Source.Kind.CALL, Optional.of(Ids.parse(text(call))));
  }

  Optional<Wish> wish() {
    var typed = new CallBackForm("", "", "", "", from, until, saidBy, "");
    return typed.wishes() ? Optional.of(typed.wish()) : Optional.empty();
  }

  @Override
  public String toString() {
    return "NewCallBackForm";
  }
}
