package health.malasakit.inquiries.web;

import static health.malasakit.inquiries.web.CallerForm.text;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.LeadCalls;
import health.malasakit.inquiries.NobodysCalls;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One call and what is done with it. */
@Controller
@RequestMapping("/calls/{organization}/{id}")
class CallController {

  private static final Set<String> WHO = Set.of("patient", "for_her", "office", "payer");

  /** A caller who is not compared any more is to be called back. */
  private static final String ON_FILE = "on_file";

  private final CallPages pages;
  private final CallerPages callers;
  private final GateAnswers answers;
  private final Calls calls;
  private final LeadCalls leads;
  private final NobodysCalls nobodys;

  CallController(
      CallPages pages,
      CallerPages callers,
      GateAnswers answers,
      Calls calls,
      LeadCalls leads,
      NobodysCalls nobodys) {
    this.pages = pages;
    this.callers = callers;
    this.answers = answers;
    this.calls = calls;
    this.leads = leads;
    this.nobodys = nobodys;
  }

  @GetMapping
  @Needs(object = "calls", verb = Verb.READ)
  @Audited("seen call, once by its owner")
  ModelAndView call(
      @PathVariable("organization") OrganizationId clinic, @PathVariable CallId id, Asks asks) {
    if (Scopes.current().may(clinic, "calls", Verb.UPDATE)) {
      calls.seen(clinic, id);
    }
    var call = calls.get(clinic, id);
    var shown = answers.shown(call, text(asks.answer())).orElseGet(() -> begun(call, asks));
    var model =
        Map.of(
            "page", pages.page(call, WrapUpForm.EMPTY),
            "caller", shown.caller(),
            "errors", shown.errors(),
            "kept", text(asks.who()).equals(ON_FILE) ? "inquiries.guesses.asked" : "");
    return new ModelAndView("inquiries/web/call", model);
  }

  /**
   * What the address of a call asks for.
   *
   * @param who whose facts are asked
   * @param speaker another: somebody else speaks now
   * @param answer id of what came of the last asking
   */
  record Asks(@Nullable String who, @Nullable String speaker, @Nullable String answer) {}

  private GateAnswers.Shown begun(Call call, Asks asks) {
    var who = text(asks.who());
    var form = text(asks.speaker()).equals("another") ? CallerForm.ANEW : CallerForm.EMPTY;
    var caller = callers.page(call, WHO.contains(who) ? who : "", "", form);
    return new GateAnswers.Shown(caller, Errors.NONE);
  }

  @PostMapping("/taking")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("taken call; with a missed one closed voicemail")
  String take(@PathVariable("organization") OrganizationId clinic, @PathVariable CallId id) {
    calls.take(clinic, id);
    return at(clinic, id);
  }

  @PostMapping("/hold")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("held call")
  String park(@PathVariable("organization") OrganizationId clinic, @PathVariable CallId id) {
    calls.park(clinic, id);
    return at(clinic, id);
  }

  @PostMapping("/resumption")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("resumed call; the one she was on is held")
  String resume(@PathVariable("organization") OrganizationId clinic, @PathVariable CallId id) {
    calls.resume(clinic, id);
    return at(clinic, id);
  }

  @PostMapping("/end")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("ended call")
  String end(@PathVariable("organization") OrganizationId clinic, @PathVariable CallId id) {
    calls.end(clinic, id);
    return at(clinic, id);
  }

  /** It stands among the missed then. */
  @PostMapping("/nobody")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("gone call")
  String nobody(@PathVariable("organization") OrganizationId clinic, @PathVariable CallId id) {
    nobodys.gone(clinic, id);
    return "redirect:/calls";
  }

  /** A caller who waits for her waits for the lead. */
  @PostMapping("/leaving")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("left call")
  String leave(@PathVariable("organization") OrganizationId clinic, @PathVariable CallId id) {
    leads.toLead(clinic, id);
    return "redirect:/calls";
  }

  @PostMapping("/lead")
  @Needs(object = "calls", verb = Verb.APPROVE)
  @Audited("passed call")
  String lead(@PathVariable("organization") OrganizationId clinic, @PathVariable CallId id) {
    leads.lead(clinic, id);
    return at(clinic, id);
  }

  private static String at(OrganizationId clinic, CallId id) {
    return "redirect:/calls/" + clinic + "/" + id;
  }
}
