package health.malasakit.inquiries.voicemail.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.inquiries.Call;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.outbound.AskedHours;
import health.malasakit.inquiries.outbound.NumberRules;
import health.malasakit.inquiries.voicemail.Voicemail.Became;
import health.malasakit.inquiries.voicemail.VoicemailId;
import health.malasakit.inquiries.voicemail.Voicemails;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Voicemails: listed, played in the page, settled by one key. */
@Controller
class VoicemailController {

  private static final String PAGE = "inquiries/voicemail/web/voicemail";
  private static final String ONE = "/calls/voicemail/{organization}/{id}";

  private final VoicemailPages pages;
  private final Voicemails voicemails;
  private final Calls calls;
  private final NumberRules rules;
  private final AskedHours hours;
  private final Receipts receipts;

  VoicemailController(
      VoicemailPages pages,
      Voicemails voicemails,
      Calls calls,
      NumberRules rules,
      AskedHours hours,
      Receipts receipts) {
    this.pages = pages;
    this.voicemails = voicemails;
    this.calls = calls;
    this.rules = rules;
    this.hours = hours;
    this.receipts = receipts;
  }

  @GetMapping("/calls/voicemail")
  @Needs(object = "calls", verb = Verb.READ)
  @NotAudited(why = "shows numbers that rang and no patient")
  ModelAndView list() {
    return new ModelAndView("inquiries/voicemail/web/voicemails", "page", pages.list());
  }

  @GetMapping(ONE)
  @Needs(object = "calls", verb = Verb.READ)
  @NotAudited(
      why = "shows who may be meant by initials and birth year, as a call does; who plays it is")
  ModelAndView show(
      @PathVariable("organization") OrganizationId clinic, @PathVariable VoicemailId id) {
    return new ModelAndView(PAGE, "page", pages.page(clinic, id));
  }

  /** The sound, for the page alone; parts of it are given as the browser asks for them. */
  @GetMapping(ONE + "/audio")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("heard voicemail, each time the sound is fetched")
  ResponseEntity<Resource> audio(
      @PathVariable("organization") OrganizationId clinic, @PathVariable VoicemailId id) {
    pages.requireQuiet();
    var recording = voicemails.hear(clinic, id);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(recording.kind().mediaType()))
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
        .header(HttpHeaders.ACCEPT_RANGES, "bytes")
        .body(new ByteArrayResource(recording.bytes()));
  }

  /** A call to that number begins, and is hers. */
  @PostMapping(ONE + "/call")
  @Needs(object = "calls", verb = Verb.CREATE)
  @Audited("closed voicemail; opened call")
  ModelAndView call(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable VoicemailId id,
      @RequestParam String requestId,
      @RequestParam Map<String, String> sent) {
    var known =
        new NumberRules.Known(
            !sent.getOrDefault("despite", "").isEmpty(), sent.getOrDefault("saidBy", ""));
    try {
      return new ModelAndView(
          "redirect:" + receipts.once(requestId, () -> called(clinic, id, known)));
    } catch (Refused no) {
      var field = no.field().orElseThrow(() -> no);
      var model =
          Map.of("page", pages.page(clinic, id), "errors", Errors.NONE.and(field, no.sentence()));
      return new ModelAndView(PAGE, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private String called(OrganizationId clinic, VoicemailId id, NumberRules.Known known) {
    var number =
        voicemails
            .get(clinic, id)
            .number()
            .orElseThrow(() -> Refused.conflict("voicemail.no_number"));
    var asked = rules.check(clinic, number, known);
    voicemails.settle(clinic, id, Became.CALL_BACK);
    var call = calls.open(clinic, Call.Direction.OUT, Optional.of(number));
    asked.ifPresent(saidBy -> hours.keep(clinic, call, saidBy));
    return "/calls/" + clinic + "/" + call;
  }

  /** Nothing more is to be done about it. */
  @PostMapping(ONE + "/closing")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("closed voicemail")
  String close(
      @PathVariable("organization") OrganizationId clinic,
      @PathVariable VoicemailId id,
      @RequestParam String requestId) {
    return "redirect:"
        + receipts.once(
            requestId,
            () -> {
              voicemails.settle(clinic, id, Became.DONE);
              return "/calls";
            });
  }
}
