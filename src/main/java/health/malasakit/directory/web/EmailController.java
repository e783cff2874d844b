package health.malasakit.directory.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.kernel.Verb;
import health.malasakit.messaging.mail.MailSender;
import health.malasakit.messaging.mail.MailSenders;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** As whom a clinic writes e-mail. */
@Controller
@RequestMapping("/clinics/{slug}/email")
class EmailController {

  private final Clinics clinics;
  private final MailSenders senders;
  private final Saving saving;
  private final Sayings sayings;

  EmailController(Clinics clinics, MailSenders senders, Saving saving, Sayings sayings) {
    this.clinics = clinics;
    this.senders = senders;
    this.saving = saving;
    this.sayings = sayings;
  }

  @GetMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView email(@PathVariable String slug) {
    return Views.form(drawn(clinics.bySlug(slug)).fresh());
  }

  @PostMapping
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic: mail-sender")
  ModelAndView set(@PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Typed typed = new Typed(form);
    return saving.save(
        typed,
        drawn(clinic).again(typed, Views::form),
        () -> {
          senders.set(
              clinic.id(),
              new MailSenders.Typed(
                  typed.text("name"), typed.text("address"), typed.text("reply")));
          return "/clinics/" + slug + "/email";
        });
  }

  private Drawn drawn(Clinic clinic) {
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(sayings.say("email"), under(clinic), sayings.say("save")),
        "/clinics/" + clinic.slug() + "/email",
        new Sheet(sayings, "email").text("name", "address", "reply"),
        senders.of(clinic.id()).map(EmailController::stands).orElse(Map.of()),
        0);
  }

  private static Map<String, List<String>> stands(MailSender sender) {
    return Map.of(
        "name", List.of(sender.name()),
        "address", List.of(sender.address().value()),
        "reply", List.of(sender.reply().value()));
  }

  /** What is missing before one goes out, and which name tells nothing. */
  private String under(Clinic clinic) {
    var neutral = clinic.profile().openName();
    return String.join(
        " ",
        List.of(
            sayings.say(senders.isConnected() ? "email.connected" : "email.not_connected"),
            neutral.isEmpty()
                ? sayings.say("email.unnamed")
                : sayings.say("email.neutral", neutral)));
  }
}
