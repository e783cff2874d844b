package health.malasakit.inquiries.redflags.web;

import health.malasakit.access.Needs;
import health.malasakit.audit.Audited;
import health.malasakit.directory.Clinics;
import health.malasakit.inquiries.CallId;
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

  private final EmergencyCalls emergencies;
  private final Clinics clinics;

  EmergencyCallController(EmergencyCalls emergencies, Clinics clinics) {
    this.emergencies = emergencies;
    this.clinics = clinics;
  }

  @PostMapping("/emergencies/{slug}/{id}/call")
  @Needs(object = "red_flags", verb = Verb.UPDATE)
  @Audited("changed emergency")
  String tie(@PathVariable String slug, @PathVariable EmergencyId id, @RequestParam String call) {
    emergencies.tie(clinics.bySlug(slug).id(), id, CallId.of(call));
    return "redirect:/emergencies/" + slug + "/" + id;
  }
}
