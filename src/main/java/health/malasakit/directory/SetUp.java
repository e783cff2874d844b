package health.malasakit.directory;

import health.malasakit.directory.TransferTarget.Desk;
import health.malasakit.kernel.Moments;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything that decides whether a clinic is ready for its first call, as of one moment. */
record SetUp(
    Clinic clinic,
    List<Site> sites,
    List<Practitioner> practitioners,
    List<PractitionerRole> roles,
    List<VisitType> visitTypes,
    List<Resource> resources,
    List<TransferTarget> transfers) {

  /** What is missing, urgent things first. */
  List<Lack> lacks(Instant now) {
    List<Lack> lacks = new ArrayList<>();
    lacks.addAll(ofTransfers(now));
    lacks.addAll(ofProfile());
    lacks.addAll(ofSites());
    lacks.addAll(ofPeople());
    lacks.addAll(ofVisitTypes());
    return List.copyOf(lacks);
  }

  private List<Lack> ofTransfers(Instant now) {
    List<Lack> lacks = new ArrayList<>();
    String page = at("/transfers");
    if (!Transfers.at(now, clinic, transfers).clinicianReachable()) {
      lacks.add(Lack.of("clinician_now", page).inRed());
    }
    Transfers.firstGap(clinic, transfers, now)
        .filter(gap -> gap.from().isAfter(now))
        .ifPresent(gap -> lacks.add(Lack.of("clinician_gap", page, shown(gap.from())).inRed()));
    for (Desk desk : List.of(Desk.FRONT_DESK, Desk.INTERPRETER)) {
      if (transfers.stream().noneMatch(target -> target.details().desk() == desk)) {
        lacks.add(Lack.of("transfer_" + desk.code(), at("/transfers/new?desk=" + desk.code())));
      }
    }
    return lacks;
  }

  private List<Lack> ofProfile() {
    List<Lack> lacks = new ArrayList<>();
    if (clinic.numbers().isEmpty()) {
      lacks.add(Lack.of("number", at("/numbers#number")));
    }
    if (clinic.profile().greeting().isEmpty()) {
      lacks.add(Lack.of("greeting", at("/profile#greeting")));
    }
    if (clinic.profile().openName().isEmpty()) {
      lacks.add(Lack.of("neutral_name", at("/profile#neutralName")));
    }
    if (clinic.zone().isEmpty()) {
      lacks.add(Lack.of("zone", at("/profile#zone")));
    }
    if (clinic.hours().isEmpty()) {
      lacks.add(Lack.of("hours", at("/hours#monday")));
    }
    if (clinic.holidays().isEmpty()) {
      lacks.add(Lack.of("holidays", at("/holidays#day")));
    }
    return lacks;
  }

  private List<Lack> ofSites() {
    List<Site> own =
        sites.stream().filter(site -> site.active() && !site.source().imported()).toList();
    if (own.isEmpty() && sites.stream().noneMatch(Site::bookable)) {
      return List.of(Lack.of("site", at("/sites/new#name")));
    }
    return own.stream()
        .filter(site -> !site.zoneConfirmed())
        .map(site -> Lack.of("site_zone", at("/sites/" + site.id() + "#zone"), site.name()))
        .toList();
  }

  private List<Lack> ofPeople() {
    List<Practitioner> active = practitioners.stream().filter(Practitioner::active).toList();
    if (active.isEmpty()) {
      return List.of(Lack.of("practitioner", at("/practitioners/new#given")));
    }
    Set<PractitionerId> placed = new HashSet<>();
    roles.forEach(role -> placed.add(role.practitioner()));
    return active.stream()
        .filter(each -> !placed.contains(each.id()) && !each.source().imported())
        .map(each ->
            Lack.of("practitioner_site", at("/practitioners/" + each.id() + "#sites"), each.name()))
        .toList();
  }

  private List<Lack> ofVisitTypes() {
    List<VisitType> active = visitTypes.stream().filter(VisitType::active).toList();
    if (active.isEmpty()) {
      return List.of(Lack.of("visit_type", at("/visit-types/new#name")));
    }
    List<Lack> lacks = new ArrayList<>();
    for (VisitType type : active) {
      type.takes().stream()
          .filter(need -> resources.stream().noneMatch(each -> each.active() && each.meets(need)))
          .forEach(need ->
              lacks.add(Lack.of("resource", at("/resources/new#name"), type.name(), need.kind())));
    }
    return lacks;
  }

  private String shown(Instant at) {
    return Moments.at(at, clinic.zone().orElse(ZoneId.of("UTC")));
  }

  private String at(String path) {
    return "/clinics/" + clinic.slug() + path;
  }
}
