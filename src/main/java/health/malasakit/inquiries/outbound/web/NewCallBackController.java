package health.malasakit.inquiries.outbound.web;

import static health.malasakit.inquiries.outbound.web.CallBackForm.text;

import health.malasakit.access.Colleagues;
import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.access.records.CallerGate.Depth;
import health.malasakit.audit.Audited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.outbound.CallBacks;
import health.malasakit.inquiries.outbound.NewCallBack;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Patient;
import health.malasakit.patients.Patients;
import health.malasakit.ui.Choice;
import health.malasakit.ui.Errors;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A patient is to be called: about what, until when, by whom. */
@Controller
@RequestMapping("/patients/{slug}/{patient}/to-call")
class NewCallBackController {

  private static final String VIEW = "inquiries/outbound/web/newCallBack";

  private final CallBacks callBacks;
  private final Begun begun;
  private final Patients patients;
  private final Clinics clinics;
  private final Colleagues colleagues;
  private final Receipts receipts;
  private final Clock clock;

  NewCallBackController(
      CallBacks callBacks,
      Begun begun,
      Patients patients,
      Clinics clinics,
      Colleagues colleagues,
      Receipts receipts,
      Clock clock) {
    this.callBacks = callBacks;
    this.begun = begun;
    this.patients = patients;
    this.clinics = clinics;
    this.colleagues = colleagues;
    this.receipts = receipts;
    this.clock = clock;
  }

  @GetMapping
  @Needs(object = "calls", verb = Verb.CREATE)
  @Audited("opened patient")
  ModelAndView blank(
      @PathVariable String slug, @PathVariable String patient, NewCallBackForm from) {
    var clinic = clinics.find(slug).orElseThrow(Patients::notFound);
    var hers = patients.open(clinic.id(), Patients.named(patient), Depth.BOOKING);
    var form =
        begun.form(clinic, hers.id(), text(from.promise()), zone(clinic)).from(text(from.call()));
    return new ModelAndView(
        VIEW, "page", page(clinic, hers, begun.telling(form, hers, text(from.message()))));
  }

  @PostMapping
  @Needs(object = "calls", verb = Verb.CREATE)
  @Audited("created call_back")
  ModelAndView ask(
      @PathVariable String slug,
      @PathVariable String patient,
      @RequestParam String requestId,
      NewCallBackForm form) {
    var clinic = clinics.find(slug).orElseThrow(Patients::notFound);
    var hers = patients.open(clinic.id(), Patients.named(patient), Depth.BOOKING);
    try {
      var place =
          receipts.once(
              requestId,
              () -> {
                var id = callBacks.ask(asked(clinic, hers, form));
                begun.done(hers.id());
                return text(form.call()).isEmpty()
                    ? "/calls/to-call/" + id
                    : "/calls/" + clinic.id() + "/" + text(form.call());
              });
      return new ModelAndView("redirect:" + place);
    } catch (Refused no) {
      var errors = Errors.NONE.and(field(no), no.sentence());
      var model = Map.of("page", page(clinic, hers, form), "errors", errors);
      return new ModelAndView(VIEW, model, HttpStatus.valueOf(no.kind().status()));
    }
  }

  /** What is about none of the fields stands with what the call is about; what was typed stays. */
  private static String field(Refused no) {
    return switch (no.kind()) {
      case INVALID, CONFLICT -> no.field().orElse("reason");
      case NOT_FOUND, DENIED -> throw no;
    };
  }

  private NewCallBack asked(Clinic clinic, Patient hers, NewCallBackForm form) {
    return new NewCallBack(
        clinic.id(),
        hers.id(),
        form.matter(),
        form.source(),
        form.who(),
        form.due(zone(clinic), clock.instant()),
        form.wish());
  }

  private NewCallBackPage page(Clinic clinic, Patient hers, NewCallBackForm form) {
    var path = "/patients/" + clinic.slug() + "/" + hers.id();
    var me = Scopes.current().account().orElseThrow();
    var people =
        colleagues.of(clinic.id()).entrySet().stream()
            .sorted((a, b) -> Boolean.compare(b.getKey().equals(me), a.getKey().equals(me)))
            .map(one -> Choice.of(one.getKey().toString(), one.getValue()));
    return new NewCallBackPage(
        path + "/to-call",
        text(form.call()).isEmpty() ? path : "/calls/" + clinic.id() + "/" + text(form.call()),
        clinic.name(),
        zone(clinic),
        hers.facts().mainName().shown(),
        Stream.concat(Stream.of(Choice.of("", Sentences.of("outbound.anybody"))), people).toList(),
        form);
  }

  private static ZoneId zone(Clinic clinic) {
    return clinic.zone().orElse(Scopes.current().zone());
  }
}
