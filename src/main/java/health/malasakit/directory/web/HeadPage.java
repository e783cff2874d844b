package health.malasakit.directory.web;

import health.malasakit.directory.Clinic;
import health.malasakit.kernel.Scopes;
import health.malasakit.kernel.Verb;

/**
 * What stands over every page of a clinic.
 *
 * @param path address of the clinic's overview
 * @param mayEdit whether this person may change what is written about it
 * @param mayNotify whether she may put up notices
 */
public record HeadPage(String name, String path, boolean mayEdit, boolean mayNotify) {

  static HeadPage of(Clinic clinic) {
    var scope = Scopes.current();
    return new HeadPage(
        clinic.name(),
        "/clinics/" + clinic.slug(),
        scope.may(clinic.id(), "clinics", Verb.UPDATE),
        scope.may(clinic.id(), "notices", Verb.CREATE));
  }
}
