package health.malasakit.directory.web;

import health.malasakit.access.Accounts;
import health.malasakit.access.AnySignedIn;
import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.directory.Notice;
import health.malasakit.directory.NoticeId;
import health.malasakit.directory.Notices;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is to be known about a clinic for a while, and who has read it. */
@Controller
class NoticesController {

  private static final int READERS_NAMED = 8;

  private final Clinics clinics;
  private final Notices notices;
  private final NoticeForms forms;
  private final Accounts accounts;
  private final Saving saving;
  private final Sayings sayings;
  private final Clock clock;

  NoticesController(
      Clinics clinics,
      Notices notices,
      NoticeForms forms,
      Accounts accounts,
      Saving saving,
      Sayings sayings,
      Clock clock) {
    this.clinics = clinics;
    this.notices = notices;
    this.forms = forms;
    this.accounts = accounts;
    this.saving = saving;
    this.sayings = sayings;
    this.clock = clock;
  }

  @GetMapping("/clinics/{slug}/notices")
  @Needs(object = "notices", verb = Verb.READ)
  @NotAudited(why = "shows no patient")
  ModelAndView notices(@PathVariable String slug, @RequestParam(defaultValue = "0") int from) {
    Clinic clinic = clinics.bySlug(slug);
    HeadPage head = HeadPage.of(clinic);
    List<Notice> all = notices.of(clinic.id());
    int begin = Foot.begin(from, all.size());
    return Views.list(
        new ListPage(
            head,
            sayings.list("notices"),
            Foot.part(all, begin).stream().map(each -> line(clinic, head, each)).toList(),
            Foot.of(sayings, at(clinic), begin, all.size()),
            head.mayNotify() ? head.path() + "/notices/new" : "",
            Optional.empty(),
            List.of()));
  }

  @GetMapping("/clinics/{slug}/notices/new")
  @Needs(object = "notices", verb = Verb.CREATE)
  @NotAudited(why = "shows no patient")
  ModelAndView blank(@PathVariable String slug) {
    return Views.form(forms.blank(clinics.bySlug(slug)).fresh());
  }

  @PostMapping("/clinics/{slug}/notices")
  @Needs(object = "notices", verb = Verb.CREATE)
  @Audited("created notice")
  ModelAndView add(@PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Typed typed = new Typed(form);
    Notice.Details details = forms.read(typed, clinic);
    return saving.save(
        typed,
        forms.blank(clinic).again(typed, Views::form),
        () -> {
          notices.add(clinic.id(), details);
          return at(clinic);
        });
  }

  @GetMapping("/clinics/{slug}/notices/{id}")
  @Needs(object = "notices", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView notice(@PathVariable String slug, @PathVariable String id) {
    Clinic clinic = clinics.bySlug(slug);
    return Views.form(forms.of(clinic, own(clinic, id)).fresh());
  }

  @PostMapping("/clinics/{slug}/notices/{id}")
  @Needs(object = "notices", verb = Verb.UPDATE)
  @Audited("changed notice: the old one is taken down, another put up")
  ModelAndView change(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Notice old = own(clinic, id);
    Typed typed = new Typed(form);
    Notice.Details details = forms.read(typed, clinic);
    return saving.save(
        typed,
        forms.of(clinic, old).again(typed, Views::form),
        () -> {
          notices.replace(old.id(), typed.version(), details);
          return at(clinic);
        });
  }

  @PostMapping("/clinics/{slug}/notices/{id}/withdrawal")
  @Needs(object = "notices", verb = Verb.CREATE)
  @Audited("withdrawn notice")
  ModelAndView withdraw(
      @PathVariable String slug,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Notice notice = own(clinic, id);
    return saving.act(
        new Typed(form),
        () -> {
          notices.withdraw(notice.id());
          return at(clinic);
        });
  }

  @PostMapping("/notices/{id}/reading")
  @AnySignedIn(why = "whoever sees a notice may say that she read it")
  @NotAudited(why = "its receipt is its own line, append-only")
  ModelAndView read(@PathVariable String id, @RequestParam MultiValueMap<String, String> form) {
    Typed typed = new Typed(form);
    return saving.act(
        typed,
        () -> {
          notices.markRead(NoticeId.of(id));
          return "/";
        });
  }

  private Notice own(Clinic clinic, String id) {
    Notice notice = notices.get(NoticeId.of(id));
    Views.refuseOthers(clinic, notice.organization());
    return notice;
  }

  private ListPage.Line line(Clinic clinic, HeadPage head, Notice notice) {
    var zone = forms.zone(clinic);
    Instant now = clock.instant();
    String action = head.path() + "/notices/" + notice.id() + "/withdrawal";
    boolean over = notice.withdrawn().isPresent() || !now.isBefore(notice.details().until());
    return new ListPage.Line(
        notice.words(),
        over || !head.mayNotify() ? "" : at(clinic) + "/" + notice.id(),
        List.of(
            forms.about(clinic, notice.about()),
            sayings.say(
                "notice.when",
                Moments.at(notice.details().from(), zone),
                Moments.at(notice.details().until(), zone)),
            readers(notice)),
        List.of(mark(notice, now)),
        over || !head.mayNotify()
            ? Optional.empty()
            : Optional.of(
                new FormPage.Act(sayings.say("notice.withdraw"), action, notice.version(), true)),
        "");
  }

  private ListPage.Mark mark(Notice notice, Instant now) {
    if (notice.withdrawn().isPresent()) {
      return new ListPage.Mark(sayings.say("notice.withdrawn"), "", "undo");
    }
    if (notice.shownAt(now)) {
      return notice.details().mustRead()
          ? new ListPage.Mark(sayings.say("notice.must_read"), "soon", "bell")
          : new ListPage.Mark(sayings.say("notice.shown"), "next", "bell");
    }
    String word = now.isBefore(notice.details().from()) ? "notice.coming" : "notice.over";
    return new ListPage.Mark(sayings.say(word), "", "clock");
  }

  private String readers(Notice notice) {
    var receipts = notices.readBy(notice);
    if (receipts.isEmpty()) {
      return sayings.say("notice.read_by_none");
    }
    String names =
        receipts.stream()
            .limit(READERS_NAMED)
            .map(receipt -> accounts.nameOf(receipt.reader()))
            .collect(Collectors.joining(", "));
    return sayings.say("notice.read_by", receipts.size(), names);
  }

  private static String at(Clinic clinic) {
    return "/clinics/" + clinic.slug() + "/notices";
  }
}
