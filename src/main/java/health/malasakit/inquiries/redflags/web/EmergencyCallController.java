package health.malasakit.inquiries.redflags.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.CallId;
import health.malasakit.inquiries.redflags.Emergencies;
import health.malasakit.inquiries.redflags.EmergencyCalls;
import health.malasakit.inquiries.redflags.EmergencyId;
import health.malasakit.kernel.Verb;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** It is this caller: an emergency that was begun before its call was there. */
@Controller
class EmergencyCallController {

  private final EmergencyCalls callers;
  private final Emergencies emergencies;
  private final Clinics clinics;

  EmergencyCallController(EmergencyCalls callers, Emergencies emergencies, Clinics clinics) {
    this.callers = callers;
    this.emergencies = emergencies;
    this.clinics = clinics;
  }

  @PostMapping("/emergencies/{slug}/{id}/call")
  @Needs(object = "red_flags", verb = Verb.UPDATE)
  @Audited("changed emergency")
  String tie(
      @PathVariable String slug,
      @PathVariable EmergencyId id,
      @RequestParam(defaultValue = "") String call) {
    var one = emergencies.get(clinics.bySlug(slug).id(), id);
    callers.tie(one.organization(), one.id(), CallId.of(call));
    return "redirect:/emergencies/" + slug + "/" + id;
  }
}
