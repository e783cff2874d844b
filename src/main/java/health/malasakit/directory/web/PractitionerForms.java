package health.malasakit.directory.web;

import health.malasakit.directory.Clinic;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.PractitionerRole;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Site;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.directory.video.JoinAddress;
import health.malasakit.directory.video.VideoRooms;
import health.malasakit.kernel.Npi;
import health.malasakit.kernel.Sentences;
import health.malasakit.ui.Choice;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The form of a practitioner. */
@Component
class PractitionerForms {

  private final Practitioners practitioners;
  private final Sites sites;
  private final Sayings sayings;
  private final VideoRooms rooms;

  PractitionerForms(Practitioners practitioners, Sites sites, Sayings sayings, VideoRooms rooms) {
    this.practitioners = practitioners;
    this.sites = sites;
    this.sayings = sayings;
    this.rooms = rooms;
  }

  /** What a person typed: the practitioner, where she works, and where her videos are joined. */
  record Read(
      Practitioner.Details details, List<PractitionerRole> at, Optional<JoinAddress> room) {}

  Drawn blank(Clinic clinic) {
    List<Site> own = sites.of(clinic.id()).stream().filter(PractitionerForms::typed).toList();
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(sayings.say("list.practitioners.add"), "", sayings.say("add")),
        "/clinics/" + clinic.slug() + "/practitioners",
        sheet(own),
        Map.of(
            "languages",
            List.of("English"),
            "states",
            List.of(clinic.organization().state()),
            "sites",
            own.size() == 1 ? List.of(own.getFirst().id().toString()) : List.of()),
        0);
  }

  Drawn of(Clinic clinic, Practitioner who) {
    Practitioner.Details details = who.details();
    List<PractitionerRole> roles = practitioners.rolesOf(List.of(who.id()));
    Set<SiteId> worksAt = new HashSet<>();
    roles.forEach(role -> worksAt.add(role.site()));
    List<Site> shown =
        sites.of(clinic.id()).stream()
            .filter(site -> typed(site) || worksAt.contains(site.id()))
            .toList();
    return new Drawn(
        HeadPage.of(clinic),
        new Drawn.Title(who.name(), source(who), sayings.say("save")),
        "/clinics/" + clinic.slug() + "/practitioners/" + who.id(),
        sheet(shown),
        Map.of(
            "given", List.of(details.given()),
            "family", List.of(details.family()),
            "credentials", List.of(details.credentials()),
            "npi", List.of(details.npi()),
            "specialty", roles.stream().map(PractitionerRole::specialty).limit(1).toList(),
            "languages", List.of(Languages.shown(details.languages())),
            "states", List.of(String.join(", ", details.licensedStates())),
            "videoRoom",
                rooms.of(clinic.id(), who.id()).map(JoinAddress::written).stream().toList(),
            "sites", worksAt.stream().map(SiteId::toString).toList()),
        who.version());
  }

  /** Reads the form; an NPI that stands in the database already is not judged again. */
  static Read read(Typed typed, String npiThatStands) {
    String npi =
        typed.read(
            "npi",
            "",
            text -> text.isEmpty() || text.equals(npiThatStands) ? text : Npi.of(text).value());
    var details =
        new Practitioner.Details(
            typed.text("given"),
            typed.needed("family", Sentences.of("directory.wrong.family")),
            typed.text("credentials"),
            npi,
            typed.read("languages", List.of(), Languages::read),
            typed.read("states", List.of(), TypedStates::readAll));
    List<PractitionerRole> at =
        typed.all("sites").stream()
            .map(site ->
                new PractitionerRole(
                    new PractitionerId(new java.util.UUID(0, 0)),
                    SiteId.of(site),
                    typed.text("specialty")))
            .toList();
    return new Read(details, at, typed.read("videoRoom", Optional.empty(), JoinAddress::read));
  }

  private String source(Practitioner who) {
    if (!who.source().imported()) {
      return "";
    }
    return sayings.say(who.npiVerified() ? "practitioner.imported" : "practitioner.unverified");
  }

  private Sheet sheet(List<Site> places) {
    return new Sheet(sayings, "practitioner")
        .text("given", "family")
        .brief("credentials", "npi")
        .text("specialty", "languages", "states", "videoRoom")
        .several(
            "sites",
            places.stream().map(site -> Choice.of(site.id().toString(), site.name())).toList());
  }

  private static boolean typed(Site site) {
    return !site.source().imported() && site.active();
  }
}
