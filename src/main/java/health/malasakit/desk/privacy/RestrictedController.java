package health.malasakit.desk.privacy;

import health.malasakit.access.Needs;
import health.malasakit.access.records.RecordMark;
import health.malasakit.access.records.RestrictedRecords;
import health.malasakit.access.records.Restrictions;
import health.malasakit.audit.Audit;
import health.malasakit.audit.Audited;
import health.malasakit.kernel.OrganizationId;
import health.malasakit.kernel.PatientId;
import health.malasakit.kernel.Refused;
import health.malasakit.kernel.Verb;
import health.malasakit.patients.Patients;
import health.malasakit.ui.Part;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which records are closed, and who is hidden from where: the privacy officer's to decide. */
@Controller
class RestrictedController {

  private final PrivacyClinics clinics;
  private final RestrictedRecords restricted;
  private final Restrictions restrictions;
  private final Patients patients;
  private final Audit audit;

  RestrictedController(
      PrivacyClinics clinics,
      RestrictedRecords restricted,
      Restrictions restrictions,
      Patients patients,
      Audit audit) {
    this.clinics = clinics;
    this.restricted = restricted;
    this.restrictions = restrictions;
    this.patients = patients;
    this.audit = audit;
  }

  @GetMapping("/audit/{clinic}/restricted")
  @Needs(object = "restricted_records", verb = Verb.READ)
  @Audited("listed the patients of whom it names any")
  @Transactional
  public ModelAndView list(
      @PathVariable String clinic,
      @RequestParam(defaultValue = "0") int from,
      @RequestParam(defaultValue = "0") int hiddenFrom) {
    var here = clinics.named(clinic);
    var address = "/audit/" + here.slug() + "/restricted?";
    var allMarked = restricted.of(here.id());
    var allHidden = restrictions.of(here.id());
    var most = RestrictedRecords.MOST;
    var parts =
        new RestrictedPage.Parts(
            Part.of(address + "from=", from, allMarked.size(), most),
            Part.of(address + "hiddenFrom=", hiddenFrom, allHidden.size(), most));
    var marked = parts.marked().cut(allMarked);
    var hidden = parts.hidden().cut(allHidden);
    Set<PatientId> all =
        Stream.concat(
                marked.stream().map(RestrictedRecords.Marked::patient),
                hidden.stream().map(Restrictions.Restriction::patient))
            .collect(Collectors.toSet());
    var cards = patients.cards(all);
    audit.listed(here.id(), "restricted", cards.keySet());
    return new ModelAndView(
        "desk/privacy/restricted",
        "page",
        RestrictedPage.of(here, marked, hidden, cards).with(parts));
  }

  @PostMapping("/audit/{clinic}/patients/{patient}/marks")
  @Needs(object = "restricted_records", verb = Verb.CREATE)
  @Audited("restricted patient")
  String mark(
      @PathVariable String clinic,
      @PathVariable PatientId patient,
      @RequestParam(defaultValue = "") String mark) {
    restricted.mark(id(clinic), patient, markOf(mark));
    return "redirect:/audit/" + clinic + "/restricted";
  }

  @PostMapping("/audit/{clinic}/patients/{patient}/marks/{mark}/removal")
  @Needs(object = "restricted_records", verb = Verb.DELETE)
  @Audited("unrestricted patient")
  String unmark(
      @PathVariable String clinic, @PathVariable PatientId patient, @PathVariable String mark) {
    restricted.unmark(id(clinic), patient, markOf(mark));
    return "redirect:/audit/" + clinic + "/restricted";
  }

  @PostMapping("/audit/{clinic}/patients/{patient}/countries")
  @Needs(object = "restricted_records", verb = Verb.CREATE)
  @Audited("hidden patient")
  String hide(
      @PathVariable String clinic,
      @PathVariable PatientId patient,
      @RequestParam(defaultValue = "") String country,
      @RequestParam(defaultValue = "") String rule) {
    restrictions.hide(id(clinic), patient, country.toUpperCase(Locale.ROOT), rule);
    return "redirect:/audit/" + clinic + "/restricted";
  }

  @PostMapping("/audit/{clinic}/patients/{patient}/countries/{country}/removal")
  @Needs(object = "restricted_records", verb = Verb.DELETE)
  @Audited("shown-again patient")
  String lift(
      @PathVariable String clinic, @PathVariable PatientId patient, @PathVariable String country) {
    restrictions.lift(id(clinic), patient, country);
    return "redirect:/audit/" + clinic + "/restricted";
  }

  private OrganizationId id(String clinic) {
    return clinics.named(clinic).id();
  }

  private static RecordMark markOf(String code) {
    return Arrays.stream(RecordMark.values())
        .filter(mark -> mark.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.invalid("mark.unknown").onField("mark"));
  }
}
