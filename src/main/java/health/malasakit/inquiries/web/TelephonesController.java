package health.malasakit.inquiries.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.TelephoneId;
import health.malasakit.inquiries.TelephoneSystem;
import health.malasakit.inquiries.Telephones;
import health.malasakit.inquiries.Webhooks;
import health.malasakit.inquiries.voicemail.LostVoicemails;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Errors;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which telephone systems may ring for a clinic. */
@Controller
@RequestMapping("/clinics/{slug}/telephones")
class TelephonesController {

  private static final String VIEW = "inquiries/web/telephones";

  private final Clinics clinics;
  private final Telephones telephones;
  private final Webhooks webhooks;
  private final LostVoicemails lost;

  TelephonesController(
      Clinics clinics, Telephones telephones, Webhooks webhooks, LostVoicemails lost) {
    this.clinics = clinics;
    this.telephones = telephones;
    this.webhooks = webhooks;
    this.lost = lost;
  }

  @GetMapping
  @Needs(object = "telephones", verb = Verb.READ)
  @NotAudited(why = "shows no patient")
  ModelAndView telephones(@PathVariable String slug) {
    return new ModelAndView(VIEW, "page", page(clinics.bySlug(slug), "", ""));
  }

  @PostMapping
  @Needs(object = "telephones", verb = Verb.CREATE)
  @Audited("connected telephone")
  ModelAndView connect(@PathVariable String slug, @RequestParam(defaultValue = "") String name) {
    var clinic = clinics.bySlug(slug);
    try {
      var made = telephones.connect(clinic.id(), name);
      return new ModelAndView(VIEW, "page", page(clinic, name.strip(), made.token()));
    } catch (Refused no) {
      var errors = Errors.NONE.and(no.field().orElse("name"), no.sentence());
      var model = Map.of("page", page(clinic, name, ""), "errors", errors);
      return new ModelAndView(VIEW, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @PostMapping("/{id}/sharing")
  @Needs(object = "telephones", verb = Verb.CREATE)
  @Audited("connected telephone")
  String share(@PathVariable String slug, @PathVariable TelephoneId id) {
    telephones.share(clinics.bySlug(slug).id(), id);
    return "redirect:/clinics/" + slug + "/telephones";
  }

  @PostMapping("/{id}/token")
  @Needs(object = "telephones", verb = Verb.UPDATE)
  @Audited("token-renewed telephone")
  ModelAndView renew(@PathVariable String slug, @PathVariable TelephoneId id) {
    var clinic = clinics.bySlug(slug);
    var token = telephones.renewToken(clinic.id(), id);
    var name =
        telephones.of(clinic.id()).stream()
            .filter(one -> one.id().equals(id))
            .map(TelephoneSystem::name)
            .findFirst()
            .orElse("");
    return new ModelAndView(VIEW, "page", page(clinic, name, token));
  }

  @PostMapping("/{id}/webhook")
  @Needs(object = "telephones", verb = Verb.UPDATE)
  @Audited("changed telephone")
  ModelAndView decide(
      @PathVariable String slug,
      @PathVariable TelephoneId id,
      @RequestParam(defaultValue = "") String webhook) {
    var clinic = clinics.bySlug(slug);
    try {
      telephones.decide(clinic.id(), id, webhooks.of(webhook));
      return new ModelAndView("redirect:/clinics/" + slug + "/telephones");
    } catch (Refused no) {
      if (no.kind() == Refused.Kind.NOT_FOUND) {
        throw no;
      }
      var errors = Errors.NONE.and("webhook-" + id, no.sentence());
      var model = Map.of("page", page(clinic, "", ""), "errors", errors);
      return new ModelAndView(VIEW, model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @PostMapping("/{id}/removal")
  @Needs(object = "telephones", verb = Verb.DELETE)
  @Audited("disconnected telephone")
  String disconnect(@PathVariable String slug, @PathVariable TelephoneId id) {
    telephones.disconnect(clinics.bySlug(slug).id(), id);
    return "redirect:/clinics/" + slug + "/telephones";
  }

  private TelephonesPage page(Clinic clinic, String name, String token) {
    var scope = Scopes.current();
    var here = telephones.of(clinic.id());
    var others = telephones.inScope().stream().filter(one -> !here.contains(one)).toList();
    return new TelephonesPage(
        clinic.name(),
        "/clinics/" + clinic.slug() + "/telephones",
        scope.may(clinic.id(), "telephones", Verb.CREATE),
        here.stream().map(this::line).toList(),
        others.stream().map(this::line).toList(),
        lost(clinic, here),
        name,
        token);
  }

  private List<TelephonesPage.Lost> lost(Clinic clinic, List<TelephoneSystem> here) {
    var names = here.stream().collect(Collectors.toMap(TelephoneSystem::id, TelephoneSystem::name));
    var zone = Scopes.current().zone();
    return lost.of(clinic.id()).stream()
        .map(one ->
            new TelephonesPage.Lost(
                names.getOrDefault(one.system(), ""),
                Moments.at(one.cameAt(), zone),
                Moments.at(one.givenUpAt(), zone)))
        .toList();
  }

  private TelephonesPage.Line line(TelephoneSystem one) {
    var rules = telephones.rules(one.id());
    return new TelephonesPage.Line(
        one.id().toString(),
        one.name(),
        Moments.dated(one.madeAt(), Scopes.current().zone()),
        one.webhook().map(URI::toString).orElse(""),
        one.webhook().filter(address -> rules).map(address -> telephones.outgoing(one)).orElse(""),
        rules);
  }
}
