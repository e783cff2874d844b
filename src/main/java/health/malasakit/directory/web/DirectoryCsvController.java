package health.malasakit.directory.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.NotAudited;
import health.malasakit.directory.Clinic;
import health.malasakit.directory.Clinics;
import health.malasakit.directory.Practitioner;
import health.malasakit.directory.Practitioners;
import health.malasakit.directory.Site;
import health.malasakit.directory.Sites;
import health.malasakit.kernel.Verb;
import health.malasakit.ui.Csv;
import java.time.ZoneId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Practitioners and sites of a clinic as files, unless the clinic has switched that off. */
@Controller
class DirectoryCsvController {

  private final Clinics clinics;
  private final Practitioners practitioners;
  private final Sites sites;
  private final Sayings sayings;

  DirectoryCsvController(
      Clinics clinics, Practitioners practitioners, Sites sites, Sayings sayings) {
    this.clinics = clinics;
    this.practitioners = practitioners;
    this.sites = sites;
    this.sayings = sayings;
  }

  @GetMapping("/clinics/{slug}/practitioners.csv")
  @Needs(
      object = "clinics",
      verb = Verb.READ,
      also = @Needs.Also(object = "bulk_export", verb = Verb.CREATE))
  @NotAudited(why = "shows no patient")
  ResponseEntity<byte[]> practitioners(@PathVariable String slug) {
    Clinic clinic = clinics.bySlug(slug);
    clinics.requireAllowed(clinic.id(), Clinic.Export.CSV);
    var csv =
        new Csv(heads("family", "given", "credentials", "npi", "languages", "states", "active"));
    for (Practitioner each : practitioners.of(clinic.id())) {
      var details = each.details();
      csv.row(
          details.family(),
          details.given(),
          details.credentials(),
          details.npi(),
          String.join(", ", details.languages()),
          String.join(", ", details.licensedStates()),
          yes(each.active()));
    }
    return csv.named(clinic.slug() + "-practitioners");
  }

  @GetMapping("/clinics/{slug}/sites.csv")
  @Needs(
      object = "clinics",
      verb = Verb.READ,
      also = @Needs.Also(object = "bulk_export", verb = Verb.CREATE))
  @NotAudited(why = "shows no patient")
  ResponseEntity<byte[]> sites(@PathVariable String slug) {
    Clinic clinic = clinics.bySlug(slug);
    clinics.requireAllowed(clinic.id(), Clinic.Export.CSV);
    var csv =
        new Csv(heads("name", "street", "city", "state", "zip", "zone", "confirmed", "active"));
    for (Site each : sites.of(clinic.id())) {
      var address = each.address();
      csv.row(
          each.name(),
          (address.line1() + " " + address.line2()).strip(),
          address.city(),
          address.state(),
          address.zip(),
          each.zone().map(ZoneId::getId).orElse(""),
          yes(each.zoneConfirmed()),
          yes(each.active()));
    }
    return csv.named(clinic.slug() + "-sites");
  }

  private String[] heads(String... keys) {
    return java.util.Arrays.stream(keys)
        .map(key -> sayings.say("csv." + key))
        .toArray(String[]::new);
  }

  private String yes(boolean so) {
    return sayings.say(so ? "csv.yes" : "csv.no");
  }
}
