package health.malasakit.inquiries.web;

import health.malasakit.access.Needs;
import health.malasakit.access.Receipts;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.inquiries.Availabilities;
import health.malasakit.inquiries.Availability;
import health.malasakit.inquiries.Calls;
import health.malasakit.inquiries.TelephoneId;
import health.malasakit.inquiries.Telephones;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The calls that wait, those that are hers, and whether she takes any. */
@Controller
class CallsController {

  private final CallsPages pages;
  private final StripPages strips;
  private final NewCallPages blanks;
  private final Calls calls;
  private final Availabilities availabilities;
  private final Telephones telephones;
  private final Receipts receipts;

  CallsController(
      CallsPages pages,
      StripPages strips,
      NewCallPages blanks,
      Calls calls,
      Availabilities availabilities,
      Telephones telephones,
      Receipts receipts) {
    this.pages = pages;
    this.strips = strips;
    this.blanks = blanks;
    this.calls = calls;
    this.availabilities = availabilities;
    this.telephones = telephones;
    this.receipts = receipts;
  }

  @GetMapping("/calls")
  @Needs(object = "calls", verb = Verb.READ)
  @NotAudited(why = "shows numbers that rang, and who was proven in her own open calls")
  ModelAndView calls() {
    return view("inquiries/web/calls");
  }

  /** What floats over every page while a call is hers, or waits for somebody. */
  @GetMapping("/calls/strip")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @NotAudited(why = "shows clinics and no patient")
  ModelAndView strip() {
    return new ModelAndView("inquiries/web/strip", "page", strips.page());
  }

  /** Missed calls further back; without an id the latest. */
  @GetMapping("/calls/missed")
  @Needs(object = "calls", verb = Verb.READ)
  @NotAudited(why = "shows numbers that rang and no patient")
  ModelAndView missed(@RequestParam(defaultValue = "") String before) {
    return new ModelAndView(
        "inquiries/web/missed",
        Map.of(
            "page", pages.missed(before), "mayTake", Scopes.current().may("calls", Verb.UPDATE)));
  }

  @PostMapping("/calls/availability")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @NotAudited(why = "a person's own state; she says it herself")
  String say(@RequestParam String state) {
    availabilities.say(availability(state));
    return "redirect:/calls";
  }

  @PostMapping("/calls/seat")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @Audited("seated-instead account, when somebody sat there")
  ModelAndView sit(
      @RequestParam(defaultValue = "") String system,
      @RequestParam(defaultValue = "") String extension) {
    try {
      if (extension.isBlank()) {
        telephones.stand();
      } else {
        telephones.sit(TelephoneId.of(system), extension);
      }
    } catch (Refused no) {
      if (no.kind() != Refused.Kind.INVALID) {
        throw no;
      }
      var errors = Errors.NONE.and("extension", no.sentence());
      return new ModelAndView(
          "inquiries/web/calls",
          Map.of("page", pages.page(), "errors", errors),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return new ModelAndView("redirect:/calls");
  }

  @PostMapping("/calls/seat/reading")
  @Needs(object = "calls", verb = Verb.UPDATE)
  @NotAudited(why = "that she has read who sits at her telephone now; about no patient")
  String readThatLost() {
    telephones.readThatLost();
    return "redirect:/calls";
  }

  @GetMapping("/calls/new")
  @Needs(object = "calls", verb = Verb.CREATE)
  @NotAudited(why = "an empty form")
  ModelAndView blank() {
    return new ModelAndView("inquiries/web/newCall", "page", blanks.blank(NewCallForm.EMPTY));
  }

  @PostMapping("/calls")
  @Needs(object = "calls", verb = Verb.CREATE)
  @Audited("opened call; closed call that is rung back, and voicemail in it")
  ModelAndView open(@RequestParam String requestId, NewCallForm form) {
    try {
      var clinic = form.among(blanks.mayOpen());
      var errors = blanks.errors(clinic, form);
      if (errors.any()) {
        return again(form, errors);
      }
      return new ModelAndView("redirect:" + receipts.once(requestId, () -> opened(clinic, form)));
    } catch (Refused no) {
      if (no.field().isEmpty()) {
        throw no;
      }
      return again(form, Errors.NONE.and(no.field().get(), no.sentence()));
    }
  }

  private ModelAndView again(NewCallForm form, Errors errors) {
    var model = Map.of("page", blanks.blank(form), "errors", errors);
    return new ModelAndView("inquiries/web/newCall", model, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private String opened(OrganizationId clinic, NewCallForm form) {
    if (form.later()) {
      return "/calls/"
          + clinic
          + "/"
          + calls.enter(clinic, form.line(), blanks.happened(clinic, form));
    }
    var saidBy = blanks.check(clinic, form);
    blanks.ringsBack(clinic, form);
    var call = calls.open(clinic, form.way(), form.phone());
    blanks.asked(clinic, call, saidBy);
    return "/calls/" + clinic + "/" + call;
  }

  private ModelAndView view(String name) {
    return new ModelAndView(name, "page", pages.page());
  }

  private static Availability availability(String code) {
    try {
      return Availability.valueOf(code.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException none) {
      throw Refused.invalid("call.availability");
    }
  }
}
