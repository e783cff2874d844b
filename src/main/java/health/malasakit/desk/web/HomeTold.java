package health.malasakit.desk.web;

import health.malasakit.desk.ClinicAt;
import health.malasakit.directory.Notice;
import health.malasakit.directory.Notices;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.PractitionerId;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Site;
import health.malasakit.directory.SiteId;
import health.malasakit.directory.Sites;
import health.malasakit.inquiries.messages.Inbox;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Differences;
import health.malasakit.ui.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What home tells of the clinics, and what the clinics are to be told. */
@Component
class HomeTold {

  private final Notices notices;
  private final Sites sites;
  private final Practitioners practitioners;
  private final Differences differences;
  private final Inbox inbox;

  HomeTold(
      Notices notices,
      Sites sites,
      Practitioners practitioners,
      Differences differences,
      Inbox inbox) {
    this.notices = notices;
    this.sites = sites;
    this.practitioners = practitioners;
    this.differences = differences;
    this.inbox = inbox;
  }

  /** A notice that must be read leads until she says so; then it is quiet like the others. */
  List<HomePage.NoticeLine> notices(List<ClinicAt> at) {
    var all = notices.now();
    var whose = new Whose(sitesOf(all), practitionersOf(all));
    Map<OrganizationId, ClinicAt> byId =
        at.stream().collect(Collectors.toMap(ClinicAt::id, clinic -> clinic));
    return all.stream()
        .flatMap(notice ->
            Optional.ofNullable(byId.get(notice.organization()))
                .map(clinic -> line(notice, clinic, whose))
                .stream())
        .toList();
  }

  /** Only the clinics that are to be told something. */
  List<HomePage.ToTell> toTell(List<ClinicAt> at) {
    var scope = Scopes.current();
    var seen = at.stream().filter(one -> scope.may(one.id(), "patients", Verb.READ)).toList();
    var howMany = differences.howMany(seen.stream().map(ClinicAt::id).toList());
    return seen.stream()
        .flatMap(one ->
            Optional.ofNullable(howMany.get(one.id()))
                .map(count -> new HomePage.ToTell(one.name(), "/tell/" + one.slug(), count))
                .stream())
        .toList();
  }

  /** Only numbers: what they are about stands on their own page. */
  HomePage.ToldMessages messages() {
    if (!Scopes.current().may("messages", Verb.READ)) {
      return new HomePage.ToldMessages(0, 0);
    }
    return new HomePage.ToldMessages(
        (int) inbox.mine().stream().filter(one -> one.read().isEmpty()).count(),
        (int) inbox.taken().stream().filter(one -> one.settled().isPresent()).count());
  }

  /** Names of those whom notices are about. */
  private record Whose(Map<SiteId, Site> sites, Map<PractitionerId, Practitioner> practitioners) {

    String of(Notice.About about) {
      return switch (about) {
        case Notice.About.WholeClinic all -> "";
        case Notice.About.AtSite(SiteId site) ->
            Optional.ofNullable(sites.get(site)).map(Site::name).orElse("");
        case Notice.About.OfPractitioner(PractitionerId practitioner) ->
            Optional.ofNullable(practitioners.get(practitioner)).map(Practitioner::name).orElse("");
      };
    }
  }

  private static HomePage.NoticeLine line(Notice notice, ClinicAt clinic, Whose whose) {
    return new HomePage.NoticeLine(
        notice.id().toString(),
        clinic.name(),
        whose.of(notice.about()),
        notice.words(),
        When.of(notice.details().until(), clinic.zone()),
        notice.waits());
  }

  private Map<SiteId, Site> sitesOf(List<Notice> all) {
    return sites.byIds(
        all.stream()
            .flatMap(notice ->
                notice.about() instanceof Notice.About.AtSite(SiteId site)
                    ? Stream.of(site)
                    : Stream.empty())
            .toList());
  }

  private Map<PractitionerId, Practitioner> practitionersOf(List<Notice> all) {
    return practitioners.byIds(
        all.stream()
            .flatMap(notice ->
                notice.about() instanceof Notice.About.OfPractitioner(PractitionerId one)
                    ? Stream.of(one)
                    : Stream.empty())
            .toList());
  }
}
