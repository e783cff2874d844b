package health.malasakit.desk.web;

import health.malasakit.desk.ClinicAt;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.kernel.Moments;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;
import health.malasakit.scheduling.counts.DayCounts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Today at her clinics: the hour there, whether it is open, and how many visits are to come. */
@Component
class HomeClinics {

  private final Clinics clinics;
  private final Sites sites;
  private final DayCounts counts;

  HomeClinics(Clinics clinics, Sites sites, DayCounts counts) {
    this.clinics = clinics;
    this.sites = sites;
    this.counts = counts;
  }

  List<HomePage.ClinicLine> lines(List<ClinicAt> at, Instant now) {
    var scope = Scopes.current();
    var seen = at.stream().filter(one -> scope.may(one.id(), "appointments", Verb.READ)).toList();
    var visits =
        counts.today(seen.stream().collect(Collectors.toMap(ClinicAt::id, ClinicAt::zone)));
    var days =
        sites.bookableInScope().stream()
            .filter(site -> seen.stream().anyMatch(one -> one.id().equals(site.organization())))
            .collect(Collectors.toMap(Site::organization, Site::id, (first, other) -> first));
    var known = clinics.byIds(at.stream().map(ClinicAt::id).collect(Collectors.toSet()));
    return at.stream()
        .flatMap(each ->
            Optional.ofNullable(known.get(each.id()))
                .map(clinic -> today(each, clinic, now))
                .map(line ->
                    line.on(
                        Optional.ofNullable(days.get(each.id()))
                            .map(site -> "/days/" + site + "/today")
                            .orElse(""),
                        visits.getOrDefault(each.id(), 0)))
                .stream())
        .toList();
  }

  private static HomePage.ClinicLine today(ClinicAt at, Clinic clinic, Instant now) {
    var there = at.zoneKnown() ? Moments.clock(now, at.zone()) : "";
    var opens = clinic.nextOpening(now).map(next -> Moments.at(next, at.zone())).orElse("");
    return new HomePage.ClinicLine(at.name(), hours(clinic, now, opens), there, opens, "", 0);
  }

  private static String hours(Clinic clinic, Instant now, String opens) {
    if (clinic.hours().isEmpty() || clinic.zone().isEmpty()) {
      return "unknown";
    }
    if (clinic.openAt(now)) {
      return "open";
    }
    return opens.isEmpty() ? "closed" : "opens";
  }
}
