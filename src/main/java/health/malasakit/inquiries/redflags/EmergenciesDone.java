package health.malasakit.inquiries.redflags;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.DoneHere;
import health.malasakit.inquiries.redflags.Emergency.Outcome;
import java.util.List;
import org.springframework.stereotype.Component;

/** A red flag was heard; one opened by mistake was none. */
@Component
class EmergenciesDone implements DoneHere {

  private static final String EMERGENCY = "emergency";

  private final EmergencyStore store;

  EmergenciesDone(EmergencyStore store) {
    this.store = store;
  }

  @Override
  public List<Did> in(Call call) {
    return store.inCall(call.organization(), call.id()).stream()
        .filter(one -> one.closed().filter(it -> it.outcome() == Outcome.MISTAKE).isEmpty())
        .map(EmergenciesDone::did)
        .toList();
  }

  private static Did did(Emergency one) {
    return one.closed()
        .map(it -> new Did(one.patient(), EMERGENCY, ended(it.outcome()), it.at()))
        .orElse(new Did(one.patient(), EMERGENCY, "", one.openedAt()));
  }

  private static String ended(Outcome outcome) {
    return switch (outcome) {
      case HELP_ON_THE_WAY -> "done";
      case CLINICIAN, HOTLINE -> "handed_over";
      case CUT_OFF -> "rang_off";
      case MISTAKE -> "";
    };
  }
}
