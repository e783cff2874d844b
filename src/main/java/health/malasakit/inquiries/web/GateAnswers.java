package health.malasakit.inquiries.web;

import static health.malasakit.inquiries.web.CallerForm.text;

import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.gate.KeptAnswers;
import health.malasakit.inquiries.gate.KeptAnswers.Kept;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.ui.Errors;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What came of asking a caller, from the form that was sent to the page that shows it. */
@Component
class GateAnswers {

  private static final String CALLER = "caller";
  private static final String PARTY = "party";
  private static final String VALUE = "value";

  private final KeptAnswers answers;
  private final CallerPages callers;

  GateAnswers(KeptAnswers answers, CallerPages callers) {
    this.answers = answers;
    this.callers = callers;
  }

  /** A call by its clinic and id. */
  record At(OrganizationId clinic, CallId call) {

    String href() {
      return "/calls/" + clinic + "/" + call;
    }
  }

  /** Who is calling, and what has to be asked again. */
  record Shown(CallerPage caller, Errors errors) {}

  /** Address of the page that shows what came of it. */
  String of(At at, String answer, CallerForm form) {
    var typed = typed(form);
    if (form.onlyFurther()) {
      typed.put(CALLER, "");
    }
    return kept(at, new Kept(answer, typed, Map.of()));
  }

  String of(At at, String answer, PartyForm form) {
    return kept(at, new Kept(answer, typed(form), Map.of()));
  }

  /** The same of a "no" beside a field; any other is thrown on. */
  String of(At at, Refused no, CallerForm form) {
    var typed = typed(form);
    typed.put(VALUE, text(form.value()));
    return kept(at, new Kept("", typed, errors(no)));
  }

  String of(At at, Refused no, PartyForm form) {
    return kept(at, new Kept("", typed(form), errors(no)));
  }

  /** It matched. */
  String matched(At at) {
    answers.forget(at.clinic(), at.call());
    return at.href();
  }

  private String kept(At at, Kept what) {
    return at.href() + "?answer=" + answers.keep(at.clinic(), at.call(), what);
  }

  /** What that address shows; nothing when it was not she who asked, or she asked again since. */
  Optional<Shown> shown(Call call, String answer) {
    return answer.isEmpty()
        ? Optional.empty()
        : answers
            .find(call.organization(), call.id(), answer)
            .map(kept -> new Shown(caller(call, kept), new Errors(kept.errors())));
  }

  private CallerPage caller(Call call, Kept kept) {
    var typed = kept.typed();
    if (typed.containsKey(PARTY)) {
      return callers.party(call, kept.answer(), party(typed));
    }
    var form = caller(typed);
    return callers.page(call, text(form.caller()), kept.answer(), form);
  }

  private static Map<String, String> errors(Refused no) {
    return Map.of(no.field().orElseThrow(() -> no), no.sentence());
  }

  /** Of one thing more only which was asked; what was said is kept while nothing was tried yet. */
  private static Map<String, String> typed(CallerForm form) {
    var typed = new HashMap<String, String>();
    typed.put(CALLER, text(form.caller()));
    typed.put("candidate", text(form.candidate()));
    typed.put("name", text(form.name()));
    typed.put("birthDate", text(form.birthDate()));
    typed.put("fact", text(form.fact()));
    if (!form.sameCaller()) {
      typed.put("speaker", text(form.speaker()));
    }
    return typed;
  }

  private static CallerForm caller(Map<String, String> typed) {
    return new CallerForm(
        typed.get(CALLER),
        typed.get("candidate"),
        typed.get("name"),
        typed.get("birthDate"),
        typed.get("fact"),
        typed.getOrDefault(VALUE, ""),
        typed.get("speaker"));
  }

  private static Map<String, String> typed(PartyForm form) {
    var typed = new HashMap<>(Map.of(PARTY, ""));
    typed.put("sort", text(form.sort()));
    typed.put("onFile", text(form.onFile()));
    typed.put("payer", text(form.payer()));
    typed.put("organization", text(form.organization()));
    typed.put("person", text(form.person()));
    typed.put("job", text(form.job()));
    typed.put("number", text(form.number()));
    typed.put("proof", text(form.proof()));
    typed.put("published", text(form.published()));
    typed.put("reference", text(form.reference()));
    return typed;
  }

  private static PartyForm party(Map<String, String> typed) {
    return new PartyForm(
        typed.get("sort"),
        typed.get("onFile"),
        typed.get("payer"),
        typed.get("organization"),
        typed.get("person"),
        typed.get("job"),
        typed.get("number"),
        typed.get("proof"),
        typed.get("published"),
        typed.get("reference"));
  }
}
