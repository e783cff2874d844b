package health.malasakit.advocacy.web;

import health.malasakit.access.records.RecordGate;
import health.malasakit.advocacy.Complaint;
import health.malasakit.advocacy.NewComplaint;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.Calls;
import health.malasakit.kernel.Refused;
import org.springframework.stereotype.Component;

/**
 * Which complaint may be read now. While a caller is on the line, those about whom she was proven
 * for; and of those about nobody on file, only the ones recorded in this call.
 */
@Component
class ComplaintGate {

  private final RecordGate gate;
  private final Calls calls;

  ComplaintGate(RecordGate gate, Calls calls) {
    this.gate = gate;
    this.calls = calls;
  }

  /**
   * Nothing, when it may be read.
   *
   * @throws Refused denied, as {@link RecordGate#check}, or {@code complaint.during_call}
   */
  void check(Complaint one) {
    if (!gate.duringCall()) {
      return;
    }
    var where = one.told().where();
    where.patient().ifPresent(who -> gate.check(one.organization(), who));
    if (where.patient().isEmpty() && !isOfHerCall(where)) {
      throw Refused.denied("complaint.during_call");
    }
  }

  private boolean isOfHerCall(NewComplaint.Where where) {
    return calls.mine().stream()
        .filter(call -> call.state().live() || call.mayGoOn())
        .map(Call::id)
        .anyMatch(id -> where.call().filter(id.value()::equals).isPresent());
  }
}
