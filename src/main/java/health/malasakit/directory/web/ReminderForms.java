package health.malasakit.directory.web;

import health.malasakit.directory.Clinic;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.directory.Stale;
import health.malasakit.kernel.Refused;
import health.malasakit.messaging.ledger.Rule;
import health.malasakit.messaging.ledger.Rules;
import health.malasakit.messaging.ledger.Window;
import health.malasakit.ui.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The forms in which a clinic says whether and when it tells of visits, and each site its steps.
 */
@Component
class ReminderForms {

  private static final String YES = "yes";

  private final Rules rules;
  private final Sites sites;
  private final Sayings sayings;

  ReminderForms(Rules rules, Sites sites, Sayings sayings) {
    this.rules = rules;
    this.sites = sites;
    this.sayings = sayings;
  }

  /** The clinic's form as it stands. */
  Drawn drawn(Clinic clinic) {
    var stands = stands(rules.of(clinic.id()));
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(
            sayings.say("reminders"), sayings.say("reminders.under"), sayings.say("save")),
        at(clinic),
        sheet(),
        stands,
        mark(stands));
  }

  /** The page with this form of the clinic's rule, and a part of the sites below it. */
  ModelAndView page(Clinic clinic, FormPage form, int from) {
    var open = sites.of(clinic.id()).stream().filter(Site::active).toList();
    int begin = Foot.begin(from, open.size());
    var rule = rules.of(clinic.id()).rule();
    var page =
        new ReminderRulePage(
            form,
            Foot.part(open, begin).stream().map(site -> line(clinic, site, rule)).toList(),
            Foot.of(sayings, at(clinic), begin, open.size()));
    return new ModelAndView("directory/web/reminders", "page", page);
  }

  /** The form of a site's steps as they stand, its own or the clinic's. */
  Drawn drawn(Clinic clinic, Site site) {
    var rule = rules.of(clinic.id()).rule();
    var stands = stands(rule, site);
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(
            sayings.say("reminders.site", site.name()),
            sayings.say(own(rule, site) ? "reminders.site.own" : "reminders.site.clinics"),
            sayings.say("reminders.site.save")),
        at(clinic, site),
        StepFields.on(new Sheet(sayings, "reminders"), sayings),
        stands,
        mark(stands));
  }

  /** The page of a site, which can be given back to the clinic's rule when it has its own. */
  ModelAndView page(Clinic clinic, Site site, FormPage form) {
    var rule = rules.of(clinic.id()).rule();
    if (!own(rule, site)) {
      return Views.form(form);
    }
    return Views.form(
        form.withActs(
            new FormPage.Act(
                sayings.say("reminders.site.return"),
                at(clinic, site) + "/return",
                mark(stands(rule, site)),
                false)));
  }

  /** What was typed, once what cannot be read is told beside its field. */
  Rules.Said read(Typed typed, Rules.Said now) {
    var weekdays = window(typed, "weekdaysFrom", "weekdaysUntil", now.rule().weekdays());
    var sunday = window(typed, "sundayFrom", "sundayUntil", now.rule().sunday());
    var steps = StepFields.read(typed, now.rule().steps());
    return new Rules.Said(
        typed.text("sends").equals(YES), new Rule(weekdays, sunday, steps, now.rule().sites()));
  }

  /**
   * Refuses when the clinic's rule is not as the person saw it.
   *
   * @throws Refused conflict, code {@value Stale#CODE}
   */
  static void requireSeen(Rules.Said now, Typed typed) {
    requireSeen(stands(now), typed);
  }

  /** The same of the steps of a site. */
  static void requireSeen(Rule now, Site site, Typed typed) {
    requireSeen(stands(now, site), typed);
  }

  private static void requireSeen(Map<String, List<String>> stands, Typed typed) {
    if (mark(stands) != typed.version()) {
      throw Stale.refused();
    }
  }

  private ListPage.Line line(Clinic clinic, Site site, Rule rule) {
    boolean own = own(rule, site);
    var word = sayings.say(own ? "reminders.sites.own" : "reminders.sites.clinics");
    return new ListPage.Line(
        site.name(),
        at(clinic, site),
        List.of(site.address().shown()),
        List.of(new ListPage.Mark(word, own ? "next" : "", own ? "clock" : "")),
        Optional.empty(),
        "");
  }

  private Sheet sheet() {
    var sheet =
        new Sheet(sayings, "reminders")
            .one(
                "sends",
                List.of(
                    Choice.of(YES, sayings.say("reminders.sends.yes")),
                    Choice.of("no", sayings.say("reminders.sends.no"))))
            .brief("weekdaysFrom", "weekdaysUntil", "sundayFrom", "sundayUntil");
    return StepFields.on(sheet, sayings);
  }

  private static Map<String, List<String>> stands(Rules.Said said) {
    var rule = said.rule();
    Map<String, List<String>> stands = new TreeMap<>();
    stands.put("sends", List.of(said.sends() ? YES : "no"));
    stands.put("weekdaysFrom", List.of(StepFields.written(rule.weekdays().from())));
    stands.put("weekdaysUntil", List.of(StepFields.written(rule.weekdays().until())));
    stands.put("sundayFrom", List.of(StepFields.written(rule.sunday().from())));
    stands.put("sundayUntil", List.of(StepFields.written(rule.sunday().until())));
    StepFields.stand(stands, rule.steps());
    return stands;
  }

  private static Map<String, List<String>> stands(Rule rule, Site site) {
    Map<String, List<String>> stands = new TreeMap<>();
    StepFields.stand(stands, rule.saidFor(site.id().value()));
    return stands;
  }

  /** What stands, as a number that a form carries: the same on every node. */
  private static long mark(Map<String, List<String>> stands) {
    return Integer.toUnsignedLong(stands.toString().hashCode());
  }

  private static boolean own(Rule rule, Site site) {
    return rule.sites().containsKey(site.id().value());
  }

  private static Window window(Typed typed, String from, String until, Window now) {
    var first = typed.read(from, now.from(), StepFields::hour);
    var last = typed.read(until, now.until(), StepFields::hour);
    try {
      return Window.allowed(first, last);
    } catch (Refused no) {
      typed.wrong(from, no.sentence());
      return now;
    }
  }

  private static String at(Clinic clinic) {
    return "/clinics/" + clinic.slug() + "/reminders";
  }

  private static String at(Clinic clinic, Site site) {
    return at(clinic) + "/" + site.id();
  }
}
