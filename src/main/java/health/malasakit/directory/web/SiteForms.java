package health.malasakit.directory.web;

import health.malasakit.directory.Address;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Site;
import health.malasakit.directory.ZipZones;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Sentences;
import health.malasakit.kernel.ZoneLabels;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The two forms of a site: what is written about it, and the zone that a person confirms. */
@Component
class SiteForms {

  private final Sayings sayings;
  private final Clock clock;

  SiteForms(Sayings sayings, Clock clock) {
    this.sayings = sayings;
    this.clock = clock;
  }

  Drawn blank(Clinic clinic) {
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(
            sayings.say("list.sites.add"), sayings.say("site.under"), sayings.say("add")),
        "/clinics/" + clinic.slug() + "/sites",
        sheet(),
        Map.of("state", List.of(clinic.organization().state()), "book", List.of("ours")),
        0);
  }

  Drawn details(Clinic clinic, Site site) {
    Address address = site.address();
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(site.name(), sayings.say("site.under"), sayings.say("save")),
        at(clinic, site),
        sheet(),
        Map.of(
            "name", List.of(site.name()),
            "line1", List.of(address.line1()),
            "line2", List.of(address.line2()),
            "city", List.of(address.city()),
            "state", List.of(address.state()),
            "zip", List.of(address.zip()),
            "book", List.of(site.book().code())),
        site.version());
  }

  Drawn zone(Clinic clinic, Site site) {
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(sayings.say("zone"), zoneSaid(site), sayings.say("zone.confirm")),
        at(clinic, site) + "/zone",
        new Sheet(sayings, "site").select("zone", ZoneChoices.at(clock.instant())),
        Map.of("zone", site.zone().map(ZoneId::getId).stream().toList()),
        site.version());
  }

  /** The page with the zone's form as it stands, and this form of the details. */
  ModelAndView page(Clinic clinic, Site site, FormPage details) {
    FormPage.Act act =
        new FormPage.Act(
            sayings.say(site.active() ? "site.close" : "site.reopen"),
            at(clinic, site) + "/activity",
            site.version(),
            site.active());
    return view(site, details.withActs(act), zone(clinic, site).fresh());
  }

  /** The page with the details as they stand, and this form of the zone. */
  ModelAndView zonePage(Clinic clinic, Site site, FormPage zone) {
    return view(site, details(clinic, site).fresh(), zone);
  }

  List<ListPage.Mark> marks(Site site) {
    if (!site.active()) {
      return List.of(new ListPage.Mark(sayings.say("site.closed"), "", "lock"));
    }
    ListPage.Mark zone =
        switch (site.zoneState()) {
          case Site.Zone.Unknown unknown ->
              new ListPage.Mark(sayings.say("zone.unknown"), "harm", "alert");
          case Site.Zone.Proposed(ZoneId proposed) ->
              new ListPage.Mark(
                  sayings.say("zone.check", ZoneLabels.label(proposed)), "soon", "clock");
          case Site.Zone.Confirmed confirmed ->
              new ListPage.Mark(ZoneLabels.label(confirmed.zone()), "done", "check");
        };
    return site.source().imported()
        ? List.of(zone, new ListPage.Mark(sayings.say("imported"), "", "file"))
        : List.of(zone);
  }

  static Site.Details read(Typed typed) {
    return new Site.Details(
        typed.needed("name", Sentences.of("directory.wrong.site.name")),
        new Address(
            typed.text("line1"),
            typed.text("line2"),
            typed.needed("city", Sentences.of("directory.wrong.site.city")),
            typed.read("state", "", TypedStates::read),
            typed.read("zip", "", SiteForms::zip)),
        typed.one("book", Site.Book.OURS));
  }

  private static String zip(String typed) {
    if (!typed.matches("[0-9]{5}(-[0-9]{4})?")) {
      throw Refused.invalid("site.zip");
    }
    return typed;
  }

  private ModelAndView view(Site site, FormPage details, FormPage zone) {
    return new ModelAndView("directory/web/site", "page", new SitePage(details, zone, marks(site)));
  }

  private String zoneSaid(Site site) {
    return switch (site.zoneState()) {
      case Site.Zone.Unknown unknown ->
          switch (ZipZones.propose(site.address().zip())) {
            case ZipZones.Proposal.None(String why) -> sayings.say("zone.none", why);
            case ZipZones.Proposal.Check _, ZipZones.Proposal.Confident _ ->
                sayings.say("zone.none", "");
          };
      case Site.Zone.Proposed(ZoneId zone) ->
          switch (ZipZones.propose(site.address().zip())) {
            case ZipZones.Proposal.Check check ->
                sayings.say("zone.proposed.check", ZoneLabels.label(zone), check.why());
            case ZipZones.Proposal.Confident _, ZipZones.Proposal.None _ ->
                sayings.say("zone.proposed", ZoneLabels.label(zone), site.address().zip());
          };
      case Site.Zone.Confirmed confirmed ->
          sayings.say(
              "zone.confirmed",
              Moments.dated(confirmed.at(), confirmed.zone()),
              ZoneLabels.label(confirmed.zone()));
    };
  }

  private Sheet sheet() {
    return new Sheet(sayings, "site")
        .text("name", "line1", "line2", "city")
        .brief("state", "zip")
        .one("book", sayings.choices("book", Site.Book.class));
  }

  private static String at(Clinic clinic, Site site) {
    return "/clinics/" + clinic.slug() + "/sites/" + site.id();
  }
}
