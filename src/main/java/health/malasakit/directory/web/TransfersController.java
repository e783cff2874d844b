package health.malasakit.directory.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.directory.TransferList;
import health.malasakit.directory.TransferTarget;
import health.malasakit.directory.TransferTargetId;
import health.malasakit.directory.Transfers;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whom a clinic's calls can be handed over to. */
@Controller
class TransfersController {

  private final Clinics clinics;
  private final TransferList transfers;
  private final TransferForms forms;
  private final Saving saving;
  private final Sayings sayings;
  private final Clock clock;

  TransfersController(
      Clinics clinics,
      TransferList transfers,
      TransferForms forms,
      Saving saving,
      Sayings sayings,
      Clock clock) {
    this.clinics = clinics;
    this.transfers = transfers;
    this.forms = forms;
    this.saving = saving;
    this.sayings = sayings;
    this.clock = clock;
  }

  @GetMapping("/clinics/{slug}/transfers")
  @Needs(object = "clinics", verb = Verb.READ)
  @NotAudited(why = "shows no patient")
  ModelAndView transfers(@PathVariable String slug) {
    Clinic clinic = clinics.bySlug(slug);
    HeadPage head = HeadPage.of(clinic);
    Transfers now = transfers.at(clinic.id(), clock.instant());
    String zoned =
        clinic
            .zone()
            .map((ZoneId zone) -> sayings.say("transfers.now", Moments.at(now.at(), zone)))
            .orElseGet(() -> sayings.say("transfers.no_zone"));
    ListPage.Words words = sayings.list("transfers");
    return Views.list(
        new ListPage(
            head,
            new ListPage.Words(words.title(), zoned, words.add(), words.empty(), words.emptyWhy()),
            now.lines().stream().map(line -> line(head, line, now)).toList(),
            Foot.NONE,
            head.mayEdit() ? head.path() + "/transfers/new" : "",
            Optional.empty(),
            List.of(),
            now.clinicianReachable() ? "" : sayings.say("lack.clinician_now")));
  }

  @GetMapping("/clinics/{slug}/transfers/new")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView blank(@PathVariable String slug, @RequestParam(defaultValue = "nurse") String desk) {
    return Views.form(forms.blank(clinics.bySlug(slug), desk).fresh());
  }

  @PostMapping("/clinics/{slug}/transfers")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("created transfer")
  ModelAndView add(@PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Typed typed = new Typed(form);
    TransferTarget.Details details = TransferForms.read(typed);
    return saving.save(
        typed,
        forms.blank(clinic, "nurse").again(typed, Views::form),
        () -> {
          transfers.add(clinic.id(), details);
          return at(clinic);
        });
  }

  @GetMapping("/clinics/{slug}/transfers/{id}")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView transfer(@PathVariable String slug, @PathVariable String id) {
    Clinic clinic = clinics.bySlug(slug);
    TransferTarget target = own(clinic, id);
    return page(target, forms.of(clinic, target).fresh());
  }

  @PostMapping("/clinics/{slug}/transfers/{id}")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed transfer")
  ModelAndView change(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    TransferTarget now = own(clinic, id);
    Typed typed = new Typed(form);
    TransferTarget next =
        new TransferTarget(now.id(), clinic.id(), TransferForms.read(typed), typed.version());
    return saving.save(
        typed,
        forms.of(clinic, now).again(typed, page -> page(now, page)),
        () -> {
          transfers.change(next);
          return at(clinic);
        });
  }

  @PostMapping("/clinics/{slug}/transfers/{id}/removal")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("deleted transfer")
  ModelAndView remove(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    TransferTarget target = own(clinic, id);
    return saving.act(
        new Typed(form),
        () -> {
          transfers.remove(target.id());
          return at(clinic);
        });
  }

  private TransferTarget own(Clinic clinic, String id) {
    TransferTarget target = transfers.get(TransferTargetId.of(id));
    Views.refuseOthers(clinic, target.organization());
    return target;
  }

  private ModelAndView page(TransferTarget target, FormPage form) {
    return Views.form(
        form.withActs(
            new FormPage.Act(
                sayings.say("remove"), form.action() + "/removal", target.version(), true)));
  }

  private ListPage.Line line(HeadPage head, Transfers.Line line, Transfers all) {
    TransferTarget target = line.target();
    TransferTarget.Details details = target.details();
    List<String> facts = new ArrayList<>();
    String desk = sayings.say("desk." + details.desk().code());
    if (!desk.equalsIgnoreCase(details.name())) {
      facts.add(desk);
    }
    facts.add(details.phone().shown());
    if (!details.accountCode().isEmpty()) {
      facts.add(sayings.say("transfer.code_said", details.accountCode()));
    }
    facts.add(sayings.say("transfer.else", forms.fallback(details.fallback(), all)));
    return new ListPage.Line(
        details.name(),
        head.mayEdit() ? head.path() + "/transfers/" + target.id() : "",
        facts,
        List.of(
            line.reachable()
                ? new ListPage.Mark(sayings.say("transfer.answers"), "done", "check")
                : new ListPage.Mark(sayings.say("transfer.silent"), "", "clock")),
        Optional.empty(),
        "");
  }

  private static String at(Clinic clinic) {
    return "/clinics/" + clinic.slug() + "/transfers";
  }
}
