package health.malasakit.inquiries.voicemail;

import health.malasakit.inquiries.CallDoor;
import health.malasakit.inquiries.CallEvent;
import health.malasakit.inquiries.Calls;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scope;
import health.malasakit.kernel.Scopes;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Where telephone systems send what callers left. */
@Component
public class VoicemailDoor {

  private final CallDoor door;
  private final Calls calls;
  private final Voicemails voicemails;

  VoicemailDoor(CallDoor door, Calls calls, Voicemails voicemails) {
    this.door = door;
    this.calls = calls;
    this.voicemails = voicemails;
  }

  /**
   * The sound of a call, which ended in it then.
   *
   * @throws Refused conflict, code {@code voicemail.call}, when the call was not told of yet
   */
  public VoicemailId left(
      CallDoor.Showing showing, String outsideId, Recording recording, Instant at) {
    var known = door.find(showing, outsideId).orElseThrow(() -> Refused.conflict("voicemail.call"));
    door.heard(showing, outsideId, new CallEvent(CallEvent.Kind.VOICEMAIL, at, "", ""));
    return Scopes.call(
        Scope.job(known.organization(), "telephone"),
        () -> {
          var call = calls.get(known.organization(), known.call());
          var from = new Voicemails.Left(java.util.Optional.of(call.id()), call.line().other(), at);
          return voicemails.add(known.organization(), from, recording);
        });
  }
}
