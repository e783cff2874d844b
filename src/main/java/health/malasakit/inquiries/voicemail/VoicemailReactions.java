package health.malasakit.inquiries.voicemail;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallClosed;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.CallState;
import health.malasakit.inquiries.CallTaken;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.voicemail.Voicemail.Became;
import health.malasakit.kernel.OrganizationId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A missed call and what was left in it are dealt with together, in one transaction. */
@Component
class VoicemailReactions {

  private final Voicemails voicemails;
  private final Calls calls;

  VoicemailReactions(Voicemails voicemails, Calls calls) {
    this.voicemails = voicemails;
    this.calls = calls;
  }

  /** Who takes a missed call has what was left in it, too; of a caller on the line nothing is. */
  @EventListener
  void on(CallTaken taken) {
    if (call(taken.organization(), taken.call()).state() == CallState.WRITING) {
      voicemails.settleAll(taken.organization(), taken.call(), Became.TAKEN);
    }
  }

  /**
   * A missed call that was nobody's until it was closed was rung back: of what else deals with it
   * the voicemail itself is the first to know. Who wrote up a call of her own heard nothing of what
   * was left in it afterwards, so that stays.
   */
  @EventListener
  void on(CallClosed closed) {
    if (call(closed.organization(), closed.call()).owner().isEmpty()) {
      voicemails.settleAll(closed.organization(), closed.call(), Became.CALL_BACK);
    }
  }

  private Call call(OrganizationId organization, CallId id) {
    return calls.get(organization, id);
  }
}
