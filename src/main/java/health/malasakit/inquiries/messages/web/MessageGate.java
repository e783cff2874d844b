package health.malasakit.inquiries.messages.web;

import health.malasakit.access.records.RecordGate;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.messages.Message;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whose message may be shown now. While a caller is on the line, only those about whom she was
 * proven for; and of those about nobody on file, only the ones taken in this call.
 */
@Component
class MessageGate {

  private final RecordGate gate;
  private final Calls calls;

  MessageGate(RecordGate gate, Calls calls) {
    this.gate = gate;
    this.calls = calls;
  }

  /** Patients of these messages whom a list may not name now. */
  Set<PatientId> closed(List<Message> messages) {
    var closed = new HashSet<PatientId>();
    messages.stream()
        .filter(one -> one.from().patient().isPresent())
        .collect(
            Collectors.groupingBy(
                Message::organization,
                Collectors.mapping(one -> one.from().patient().orElseThrow(), Collectors.toSet())))
        .forEach((clinic, ids) -> closed.addAll(gate.closed(clinic, ids)));
    return closed;
  }

  /**
   * The calls whose callers are on the line, when there are any; else nothing is closed by them.
   */
  Line line() {
    return new Line(
        gate.duringCall(),
        calls.mine().stream()
            .filter(call -> call.state().live() || call.mayGoOn())
            .map(Call::id)
            .collect(Collectors.toSet()));
  }

  /** Who is on the line. */
  record Line(boolean busy, Set<CallId> calls) {

    /** Whether a message that is about nobody on file is closed for its sake. */
    boolean closes(Message message) {
      return busy
          && message.from().patient().isEmpty()
          && message.from().call().filter(calls::contains).isEmpty();
    }
  }

  /**
   * Nothing, when it may be shown.
   *
   * @throws Refused denied, as {@link RecordGate#check}, or {@code message.during_call}
   */
  void check(Message message) {
    message.from().patient().ifPresent(patient -> gate.check(message.organization(), patient));
    if (line().closes(message)) {
      throw Refused.denied("message.during_call");
    }
  }
}
