package health.malasakit.directory.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.audit.NotAudited;
import health.malasakit.deadlines.BusinessDays;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.ClinicProfiles;
import health.malasakit.directory.Clinics;
import health.malasakit.directory.Holiday;
import health.malasakit.directory.Span;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.SpokenDate;
import health.malasakit.kernel.Verb;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Dates with other hours than their weekday. */
@Controller
class HolidaysController {

  private final Clinics clinics;
  private final ClinicProfiles profiles;
  private final Saving saving;
  private final Sayings sayings;
  private final Clock clock;

  HolidaysController(
      Clinics clinics, ClinicProfiles profiles, Saving saving, Sayings sayings, Clock clock) {
    this.clinics = clinics;
    this.profiles = profiles;
    this.saving = saving;
    this.sayings = sayings;
    this.clock = clock;
  }

  @GetMapping("/clinics/{slug}/holidays")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @NotAudited(why = "shows no patient")
  ModelAndView holidays(@PathVariable String slug) {
    Clinic clinic = clinics.bySlug(slug);
    return page(clinic, drawn(clinic).fresh());
  }

  @PostMapping("/clinics/{slug}/holidays")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic")
  ModelAndView add(@PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Typed typed = new Typed(form);
    LocalDate today = today(clinic);
    LocalDate day = typed.read("day", today, text -> SpokenDate.parse(text, today).date());
    Optional<Span> hours =
        typed.read(
            "hours",
            Optional.empty(),
            text -> text.isEmpty() ? Optional.empty() : Optional.of(Span.of(text)));
    Holiday holiday =
        new Holiday(day, typed.needed("name", Sentences.of("directory.wrong.holiday")), hours);
    return saving.save(
        typed,
        drawn(clinic).again(typed, page -> page(clinic, page)),
        () -> {
          profiles.addHoliday(clinic.id(), holiday);
          return at(clinic);
        });
  }

  @PostMapping("/clinics/{slug}/holidays/federal")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic")
  ModelAndView addFederal(
      @PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    return saving.act(
        new Typed(form),
        () -> {
          missing(clinic).forEach(holiday -> profiles.addHoliday(clinic.id(), holiday));
          return at(clinic);
        });
  }

  @PostMapping("/clinics/{slug}/holidays/removal")
  @Needs(object = "clinics", verb = Verb.UPDATE)
  @Audited("changed clinic")
  ModelAndView remove(@PathVariable String slug, @RequestParam MultiValueMap<String, String> form) {
    Clinic clinic = clinics.bySlug(slug);
    Typed typed = new Typed(form);
    return saving.act(
        typed,
        () -> {
          profiles.removeHoliday(
              clinic.id(), SpokenDate.parse(typed.text("what"), today(clinic)).date());
          return at(clinic);
        });
  }

  private ModelAndView page(Clinic clinic, FormPage form) {
    List<ListPage.Line> lines = clinic.holidays().stream().map(each -> line(clinic, each)).toList();
    List<FormPage.Act> acts =
        missing(clinic).isEmpty()
            ? List.of()
            : List.of(
                new FormPage.Act(
                    sayings.say("holidays.federal", missing(clinic).size()),
                    at(clinic) + "/federal",
                    0,
                    false));
    return Views.list(
        new ListPage(
            HeadPage.of(clinic),
            sayings.list("holidays"),
            lines,
            Foot.NONE,
            "",
            Optional.of(form),
            acts));
  }

  private ListPage.Line line(Clinic clinic, Holiday holiday) {
    String open =
        holiday
            .hours()
            .map(span -> sayings.say("holidays.open", span.toString()))
            .orElseGet(() -> sayings.say("holidays.closed"));
    return new ListPage.Line(
        Moments.dated(holiday.day()),
        "",
        List.of(holiday.name(), open),
        List.of(),
        Optional.of(new FormPage.Act(sayings.say("remove"), at(clinic) + "/removal", 0, true)),
        holiday.day().toString());
  }

  /** The federal holidays of the coming year that are not on the list yet, closed. */
  private List<Holiday> missing(Clinic clinic) {
    LocalDate today = today(clinic);
    return today
        .datesUntil(today.plusYears(1))
        .filter(day -> clinic.holidays().stream().noneMatch(each -> each.day().equals(day)))
        .flatMap(day -> BusinessDays.holidayOn(day).map(name -> Holiday.closed(day, name)).stream())
        .toList();
  }

  private Drawn drawn(Clinic clinic) {
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(sayings.say("list.holidays.add"), "", sayings.say("add")),
        at(clinic),
        new Sheet(sayings, "holiday").brief("day").text("name").brief("hours"),
        Map.of(),
        0);
  }

  private LocalDate today(Clinic clinic) {
    return LocalDate.ofInstant(clock.instant(), clinic.zone().orElse(ZoneOffset.UTC));
  }

  private static String at(Clinic clinic) {
    return "/clinics/" + clinic.slug() + "/holidays";
  }
}
