package health.malasakit.inquiries.outbound.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.audit.Audited;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.gate.CallerChecks;
import health.malasakit.inquiries.gate.Proven;
import health.malasakit.inquiries.outbound.CallBack;
import health.malasakit.inquiries.outbound.CallBackId;
import health.malasakit.inquiries.outbound.CallBacks;
import health.malasakit.inquiries.outbound.CalledAbout.Hearer;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What we called her about is said in a call: she answered, or rang back. */
@Controller
class CalledController {

  private final Calls calls;
  private final CallerChecks checks;
  private final CallBacks callBacks;
  private final Closings closings;
  private final Receipts receipts;

  CalledController(
      Calls calls, CallerChecks checks, CallBacks callBacks, Closings closings, Receipts receipts) {
    this.calls = calls;
    this.checks = checks;
    this.callBacks = callBacks;
    this.closings = closings;
    this.receipts = receipts;
  }

  @PostMapping("/calls/{organization}/{id}/said")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("closed call_back")
  String say(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable CallId id,
      @RequestParam(defaultValue = "") String about,
      @RequestParam String requestId) {
    var call = calls.get(clinic, id);
    return "redirect:"
        + receipts.once(
            requestId,
            () -> {
              said(call, callBacks.get(CallBackId.of(about)));
              return "/calls/" + clinic + "/" + id;
            });
  }

  /** Only to a caller who is proven far enough to hear it. */
  private void said(Call call, CallBack about) {
    if (!Scopes.current().account().map(call::isOf).orElse(false)) {
      throw Refused.conflict("call.not_yours");
    }
    var hearer =
        checks.of(call).proven().stream()
            .filter(one ->
                about.organization().equals(call.organization())
                    && one.patient().equals(about.patient()))
            .map(CalledController::hearer)
            .filter(one -> one.mayHear(about.matter()))
            .findFirst()
            .orElseThrow(() -> Refused.conflict("call_back.not_proven"));
    var how =
        call.line().direction() == Call.Direction.OUT
            ? CallBack.How.SPOKEN
            : CallBack.How.RANG_BACK;
    if (hearer.depth().reaches(Depth.RECORD)) {
      closings.close(about, how);
    } else {
      callBacks.close(about, how);
    }
  }

  private static Hearer hearer(Proven one) {
    return new Hearer(one.depth(), one.herself());
  }
}
