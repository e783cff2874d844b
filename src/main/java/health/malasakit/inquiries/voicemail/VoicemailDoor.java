package health.malasakit.inquiries.voicemail;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallDoor;
import health.malasakit.inquiries.CallEvent;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.Ring;
import health.malasakit.kernel.Phone;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where telephone systems send what callers left, before or after they tell of the call. */
@Component
public class VoicemailDoor {

  private final CallDoor door;
  private final Calls calls;
  private final Voicemails voicemails;
  private final EarlyVoicemails early;

  VoicemailDoor(CallDoor door, Calls calls, Voicemails voicemails, EarlyVoicemails early) {
    this.door = door;
    this.calls = calls;
    this.voicemails = voicemails;
    this.early = early;
  }

  /**
   * What a telephone system sends.
   *
   * @param dialled the number that was dialled, as told; blank when it does not say
   * @param number the caller's; empty when it was withheld or the call says it
   */
  public record Sent(Recording recording, String dialled, Optional<Phone> number, Instant at) {

    @Override
    public String toString() {
      return "Sent";
    }
  }

  /**
   * A voicemail of ours.
   *
   * @param waits whether its call has not rung yet
   */
  public record Kept(VoicemailId voicemail, boolean waits) {}

  /**
   * The sound of a call, which ended in it then. What comes before the call is kept for it.
   *
   * @throws Refused invalid, code {@code call.number}, when the call has not rung and none of the
   *     clinics of this system has the number that was dialled; conflict, {@code voicemail.full},
   *     when too much of this system waits
   */
  public Kept left(CallDoor.Showing showing, String outsideId, Sent sent) {
    var event = new CallEvent(CallEvent.Kind.VOICEMAIL, sent.at(), "", "");
    return door.early(showing, outsideId, event, () -> early(showing, outsideId, sent))
        .map(id -> new Kept(id, true))
        .orElseGet(() -> joined(showing, outsideId, event, sent));
  }

  private VoicemailId early(CallDoor.Showing showing, String outsideId, Sent sent) {
    var call = new Call.Telephone(showing.system(), outsideId);
    return early.keep(call, sent, dialled(showing, sent.dialled()));
  }

  private Optional<Phone> dialled(CallDoor.Showing showing, String told) {
    return told.isBlank()
        ? Optional.empty()
        : Optional.of(
            Ring.number(told)
                .filter(number -> door.dialled(showing, number).isPresent())
                .orElseThrow(() -> Refused.invalid("call.number").onField("to")));
  }

  private Kept joined(CallDoor.Showing showing, String outsideId, CallEvent event, Sent sent) {
    door.heard(showing, outsideId, event);
    var known = door.find(showing, outsideId).orElseThrow();
    return Scopes.call(
        Scope.job(known.organization(), "telephone"),
        () -> {
          var call = calls.get(known.organization(), known.call());
          var number = call.line().other().or(sent::number);
          var from = new Voicemails.Left(Optional.of(call.id()), number, sent.at());
          return new Kept(voicemails.add(known.organization(), from, sent.recording()), false);
        });
  }
}
